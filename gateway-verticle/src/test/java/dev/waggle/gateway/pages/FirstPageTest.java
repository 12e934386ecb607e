package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.pages.FirstPage.HIGH;
import static dev.waggle.gateway.pages.FirstPage.WIDE;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Delete;
import dev.waggle.contract.SessionCommand.GetQr;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.RequestPairingCode;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionCommand.Stop;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstPageTest {

  private static final Account ANA = new Account("5511999999999@c.us", "Ana");

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private final Map<SessionName, SessionInfo> sessions = new ConcurrentSkipListMap<>();
  private BusNode node;
  private FirstPage page;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
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
            .refuse(GetQr.class, ErrorCode.QR_NOT_AVAILABLE, "No QR is on show yet.");
  }

  @AfterEach
  void leave() {
    page.close();
    node.leave();
  }

  @Test
  void shouldListSessionsWithTheirStateForWhoeverHasTheKey() {
    put(SALES, SessionStatus.WORKING);
    put(new SessionName("support"), SessionStatus.FAILED);

    enter(WIDE, HIGH);

    assertThat(page.find("#sessions li")).containsText(new String[] {"sales", "support"});
    assertThat(page.row("sales").locator(".status")).hasText("working");
    assertThat(page.row("support").locator(".status")).hasText("failed");
    assertThat(page.find("#live-text")).hasText("Live");
  }

  @Test
  void shouldStartASessionAndShowEachQrAsItComes() {
    node.on(Create.class, command -> put(command.session(), SessionStatus.STARTING));
    enter(WIDE, HIGH);

    page.fill("#name", "sales");
    page.click("#create-form button");
    assertThat(page.find("#qr-wait")).isVisible();
    move(SessionStatus.SCAN_QR_CODE, null);
    node.publish(SALES, SessionEventType.QR, qr(1));

    assertThat(page.find("#qr")).hasAttribute("src", qr(1).base64());
    assertThat(page.find("#attempt")).hasText("QR 1 of 5");
    assertThat(page.find("#countdown")).hasText(Pattern.compile("\\d+ s left"));
    assertThat(page.find("#status")).hasText("scan qr code");

    node.publish(SALES, SessionEventType.QR, qr(2));
    assertThat(page.find("#attempt")).hasText("QR 2 of 5");
    assertThat(browser.complaints()).allMatch(text -> text.contains("409"));
  }

  @Test
  void shouldShowAQrThatWasThereBeforeThePage() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(GetQr.class, command -> qr(3));
    enter(WIDE, HIGH);

    page.row("sales").click();

    assertThat(page.find("#attempt")).hasText("QR 3 of 5");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldFetchAPairingCode() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(RequestPairingCode.class, command -> new PairingCode("ABCD-1234"));
    enter(WIDE, HIGH);
    page.row("sales").click();

    page.fill("#phone", "+5511999999999");
    page.click("#code-form button");

    assertThat(page.find("#code")).hasText("ABCD-1234");
  }

  @Test
  void shouldSendAMessageOnceTheSessionWorks() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(
        SendText.class, command -> new MessageSent("true_1_A", command.chatId(), 1, Instant.now()));
    enter(WIDE, HIGH);
    page.row("sales").click();
    assertThat(page.find("#send-form")).isHidden();

    move(SessionStatus.WORKING, ANA);
    page.fill("#chat", "5511988888888");
    page.fill("#text", "Hello");
    page.click("#send-form button");

    assertThat(page.find("#sent")).containsText("Sent");
    assertThat(page.find("#linking")).isHidden();
    assertThat(page.find("#account")).hasText("Ana · 5511999999999");
    assertThat(node.only(SendText.class).text()).isEqualTo("Hello");
  }

  @Test
  void shouldSayWhyAMessageWasNotSent() {
    put(SALES, SessionStatus.WORKING);
    node.refuse(SendText.class, ErrorCode.NOT_ON_WHATSAPP, "That number is not on WhatsApp.");
    enter(WIDE, HIGH);
    page.row("sales").click();

    page.fill("#chat", "5511988888888");
    page.fill("#text", "Hello");
    page.click("#send-form button");

    assertThat(page.find("#notice")).hasText("That number is not on WhatsApp.");
  }

  @Test
  void shouldStopASession() {
    put(SALES, SessionStatus.WORKING);
    node.on(Stop.class, command -> put(command.session(), SessionStatus.STOPPED));
    enter(WIDE, HIGH);
    page.row("sales").click();

    page.click("[data-action=stop]");

    assertThat(page.find("#status")).hasText("stopped");
    assertThat(page.find("[data-action=start]")).isVisible();
  }

  @Test
  void shouldAskBeforeItDeletes() {
    put(SALES, SessionStatus.STOPPED);
    node.on(
        Delete.class,
        command -> {
          sessions.remove(command.session());
          return null;
        });
    enter(WIDE, HIGH);
    page.row("sales").click();

    page.page().onceDialog(Dialog::dismiss);
    page.click("[data-action=delete]");
    assertThat(page.find("#session")).isVisible();

    page.page().onceDialog(Dialog::accept);
    page.click("[data-action=delete]");
    assertThat(page.find("#nothing")).isVisible();
    assertThat(page.find("#no-sessions")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"wide, 1280, 860", "narrow, 390, 844"})
  void shouldFitTheScreenThatItIsOn(String name, int width, int height) {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    put(
        new SessionName("a-session-with-quite-a-long-name-to-see-what-becomes-of-it"),
        SessionStatus.RECONNECTING);
    put(new SessionName("support"), SessionStatus.WORKING);
    node.on(GetQr.class, command -> qr(1));
    enter(width, height);
    page.row("sales").click();
    assertThat(page.find("#attempt")).hasText("QR 1 of 5");

    assertThat(page.overflow()).isEqualTo(0);
    page.keepPicture("first-page-" + name);
  }

  private void enter(int width, int height) {
    page = FirstPage.enter(browser, gateway.url(), width, height);
  }

  private SessionInfo put(SessionName name, SessionStatus status) {
    sessions.put(name, session(name, status));
    return sessions.get(name);
  }

  /** As the owner does: the registry has it, then the feed tells it. */
  private void move(SessionStatus status, Account me) {
    SessionInfo now = session(SALES, status);
    sessions.put(
        SALES,
        new SessionInfo(
            now.name(),
            status,
            now.wanted(),
            now.reason(),
            now.cause(),
            now.node(),
            now.generation(),
            me,
            now.config(),
            now.createdAt(),
            now.statusSince()));
    node.publish(
        SALES,
        SessionEventType.STATUS,
        new StatusChanged(status, null, "The page says so.", null, me));
  }
}
