package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.contract.SessionStatus.AUTHENTICATED;
import static dev.waggle.contract.SessionStatus.FAILED;
import static dev.waggle.contract.SessionStatus.RECONNECTING;
import static dev.waggle.contract.SessionStatus.SCAN_QR_CODE;
import static dev.waggle.contract.SessionStatus.STARTING;
import static dev.waggle.contract.SessionStatus.WORKING;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.moved;
import static dev.waggle.gateway.support.Samples.otherQr;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.GetQr;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example client of the Integration Guide and the sessions page of the System Update. */
class DocumentPagesTest {

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private final Map<SessionName, SessionInfo> sessions = new ConcurrentSkipListMap<>();
  private BusNode node;
  private DocumentPage page;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.startForPages();
    browser = new TestBrowser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  @BeforeEach
  void join() {
    node =
        new BusNode(gateway.vertx(), SALES)
            .on(ListAll.class, command -> new SessionList(sessions.values().stream().toList()))
            .on(Create.class, command -> put(command.session(), STARTING))
            .on(Start.class, command -> put(command.session(), STARTING))
            .on(Observe.class, command -> live(command.session(), STARTING, null, 0))
            .refuse(GetQr.class, ErrorCode.QR_NOT_AVAILABLE, "No QR is on show yet.");
  }

  @AfterEach
  void leave() {
    page.close();
    node.leave();
  }

  @Test
  void shouldTakeTheExampleClientFromTheButtonToTheEndOfTheConnection() {
    open("/example-client.html");
    page.find("#session").fill("sales");
    page.find("#session-form .primary").click();
    assertThat(page.find("#connection")).hasText("Connected, in the room of sales");
    assertThat(page.find("#log")).containsText("initialized");

    move(STARTING, SCAN_QR_CODE);
    node.publish(SALES, SessionEventType.QR, qr(2));

    assertThat(page.find("#qr")).hasAttribute("src", qr(2).base64());
    assertThat(page.find("#attempts")).hasText("Attempt 2");
    page.find("#ascii-box summary").click();
    assertThat(page.find("#ascii")).containsText("█▀▀█");
    page.keepPictures("example-client-qr");
    assertThat(page.overflowOnAPhone()).isZero();

    move(SCAN_QR_CODE, AUTHENTICATED);
    move(AUTHENTICATED, WORKING);

    assertThat(page.find("#log b"))
        .containsText(
            new String[] {
              "notLogged", "qrReadSuccess", "authenticated", "ready", "inChat", "session-complete"
            });
    assertThat(page.find("#complete")).containsText("connected to WhatsApp");
    assertThat(page.find("#qr")).isHidden();
    assertThat(page.find("#connection")).containsText("Disconnected by the server");
    assertThat(page.find("#steps [aria-current]")).hasText("Ready");
    assertThat(browser.complaints()).isEmpty();
    page.keepPictures("example-client-complete");
  }

  @Test
  void shouldNotTellAQrsNumberInTheExampleClientBeforeItsPictureIsThere() {
    open("/example-client.html");
    PictureWatch watch = new PictureWatch(page.page(), "#attempts");
    page.find("#session").fill("sales");
    page.find("#session-form .primary").click();
    assertThat(page.find("#log")).containsText("initialized");

    node.publish(SALES, SessionEventType.QR, qr(1));
    assertThat(page.find("#attempts")).hasText("Attempt 1");
    node.publish(SALES, SessionEventType.QR, otherQr(2));
    assertThat(page.find("#attempts")).hasText("Attempt 2");

    assertThat(page.find("#qr")).hasAttribute("src", otherQr(2).base64());
    assertThat(watch.said()).isEqualTo(List.of("nothing", "Attempt 1"));
  }

  @Test
  void shouldShowInTheExampleClientWhyLinkingFailed() {
    open("/example-client.html");
    page.find("#session").fill("sales");
    page.find("#session-form .primary").click();
    assertThat(page.find("#log")).containsText("initialized");

    node.publish(
        SALES, SessionEventType.STATUS, moved(SCAN_QR_CODE, FAILED, StatusCause.QR_EXHAUSTED));

    assertThat(page.find("#complete")).hasText("The page says so.");
    assertThat(page.find("#log b")).containsText(new String[] {"qrReadError", "error"});
  }

  @Test
  void shouldCreateASessionAndDrawItsQrOnACanvasThatCanBeScanned() {
    openSessions();
    assertThat(page.find("#none")).isVisible();

    page.find("#name").fill("sales");
    page.find("#create-form button").click();
    assertThat(tile(".status")).hasText("Starting…");
    assertThat(tile(".wait"))
        .hasText(Pattern.compile("Waiting for WhatsApp's QR, \\d+ s at most…"));
    move(STARTING, SCAN_QR_CODE);
    node.publish(SALES, SessionEventType.QR, qr(1));

    assertThat(tile("canvas")).isVisible();
    assertThat(CanvasQr.textOf(tile("canvas"))).isEqualTo(qr(1).urlCode());
    assertThat(tile("img")).isHidden();
    page.keepPictures("sessions-qr");
    assertThat(page.overflowOnAPhone()).isZero();

    move(SCAN_QR_CODE, WORKING);
    assertThat(tile(".status")).hasText("Connected");
    assertThat(tile(".say")).containsText("WhatsApp is connected.");
    assertThat(tile("canvas")).isHidden();
    assertThat(node.only(Start.class).session()).isEqualTo(SALES);
    assertThat(browser.complaints()).allMatch(text -> text.contains("409"));
  }

  @Test
  void shouldTellOfSessionsThatFailTimeOutOrLoseTheirConnection() {
    put(SALES, STARTING);
    openSessions();
    assertThat(tile(".status")).hasText("Starting…");

    node.publish(SALES, SessionEventType.STATUS, moved(STARTING, FAILED, StatusCause.QR_TIMEOUT));
    assertThat(tile(".say")).containsText("No QR came within 30 seconds.");
    assertThat(tile(".start")).isVisible();

    node.publish(
        SALES, SessionEventType.STATUS, moved(SCAN_QR_CODE, FAILED, StatusCause.QR_EXHAUSTED));
    assertThat(tile(".say")).containsText("Linking failed.");

    move(WORKING, RECONNECTING);
    assertThat(tile(".say")).containsText("WhatsApp is disconnected.");
    assertThat(tile(".status")).hasText("Coming back…");
    page.keepPictures("sessions-disconnected");
  }

  @Test
  void shouldDrawAQrThatWasOnShowBeforeThePage() {
    put(SALES, SCAN_QR_CODE);
    node.on(GetQr.class, command -> qr(3));

    openSessions();

    assertThat(tile("canvas")).isVisible();
    assertThat(CanvasQr.textOf(tile("canvas"))).isEqualTo(qr(3).urlCode());
  }

  @Test
  void shouldShowTheServersPictureOfAQrThatCannotBeDrawn() {
    put(SALES, SCAN_QR_CODE);
    QrCode fits = qr(1);
    node.on(
        GetQr.class,
        command ->
            new QrCode(
                "2@".repeat(5_000),
                fits.base64(),
                fits.ascii(),
                1,
                5,
                fits.generatedAt(),
                fits.expiresAt()));

    openSessions();

    assertThat(tile("img")).hasAttribute("src", fits.base64());
    assertThat(tile("canvas")).isHidden();
  }

  private void open(String path) {
    page = DocumentPage.open(browser, gateway.url() + path).enter();
  }

  /** Until events are heard; what the registry says comes besides. */
  private void openSessions() {
    open("/sessions.html");
    assertThat(page.find("#connection")).hasText("Live");
  }

  private Locator tile(String part) {
    return page.find("[data-session=sales] " + part);
  }

  private SessionInfo put(SessionName name, SessionStatus status) {
    sessions.put(name, session(name, status));
    return sessions.get(name);
  }

  /** As the owner does: the registry has it, then the feed tells it. */
  private void move(SessionStatus from, SessionStatus to) {
    put(SALES, to);
    node.publish(SALES, SessionEventType.STATUS, moved(from, to));
  }
}
