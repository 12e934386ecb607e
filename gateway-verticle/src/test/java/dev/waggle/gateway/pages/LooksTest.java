package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.qr;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.NodeInfo;
import dev.waggle.contract.NodeList;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.SessionCommand.GetHistory;
import dev.waggle.contract.SessionCommand.GetQr;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.ListNodes;
import dev.waggle.contract.SessionCommand.RequestPairingCode;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionHistory;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.Transition;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every view in every state that it has, on a laptop and on a phone, light and dark: nothing
 * reaches over the side, axe-core finds nothing wrong, and a picture of each is kept to be looked
 * at.
 */
class LooksTest {

  private static final String ANA = "5511999999999@c.us";
  private static final String BRUNO = "5511988888888@c.us";
  private static final long GIB = 1L << 30;

  private static RunningGateway gateway;
  private static TestBrowser browser;
  private static BusNode node;

  /** What has happened stays when it was, however often it is asked for. */
  private static Instant opened;

  private Dashboard page;
  private String look;

  @BeforeAll
  static void start() {
    opened = Instant.now();
    gateway = RunningGateway.startForPages();
    browser = new TestBrowser();
    node =
        new BusNode(gateway.vertx(), SALES, named("working"))
            .on(GetQr.class, command -> qr(2))
            .on(GetHistory.class, command -> new SessionHistory(moves()))
            .on(ListNodes.class, command -> nodes())
            .on(RequestPairingCode.class, command -> new PairingCode("ABCD-1234"))
            .refuse(SendText.class, ErrorCode.NOT_ON_WHATSAPP, "That number is not on WhatsApp.");
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  @AfterEach
  void leave() {
    page.close();
  }

  @ParameterizedTest
  @CsvSource({"laptop, 1280, 860, LIGHT", "phone, 390, 844, DARK"})
  void shouldBeReadableInEveryState(String device, int width, int height, ColorScheme scheme) {
    look = device + "-" + scheme.name().toLowerCase(Locale.ROOT);
    node.on(ListAll.class, command -> new SessionList(List.of()));
    page = Dashboard.open(browser, gateway.url(), width, height);
    page.page()
        .emulateMedia(
            new EmulateMediaOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));

    walkThroughTheGate();
    walkThroughLinking();
    walkThroughAWorkingSession();
    walkThroughTheOtherViews();
    page.visit("Sessions");
    node.refuse(ListAll.class, ErrorCode.DATABASE_UNAVAILABLE, "The database does not answer.");
    assertThat(page.find("#stale")).containsText("does not answer");
    inspect("stale");
  }

  private void walkThroughTheGate() {
    inspect("gate");
    page.typeKey("wrong");
    assertThat(page.find("[role=alert]")).isVisible();
    inspect("gate-wrong-key");
    page.typeKey(RunningGateway.KEY);
    assertThat(page.find("#no-sessions")).isVisible();
    assertThat(page.find("#live-text")).hasText("Live");
    inspect("no-sessions");
  }

  private void walkThroughLinking() {
    node.on(ListAll.class, command -> everyStatus());
    assertThat(page.row("failed")).isVisible();
    inspect("sessions");
    page.row("starting").click();
    assertThat(page.find("#detail-title")).isFocused();
    inspect("starting");
    page.page().goBack();
    page.row("sales").click();
    assertThat(page.find("#attempt")).hasText("QR 2 of 5");
    inspect("linking");
    page.fill("#phone", "5511999999999");
    page.click("#code-form button");
    assertThat(page.find("#code")).isVisible();
    inspect("pairing-code");
    page.button("Reset…").click();
    assertThat(page.dialog()).isVisible();
    inspect("dialog-reset");
    page.page().keyboard().press("Escape");
    assertThat(page.find("dialog")).hasCount(0);
    page.page().goBack();
  }

  private void walkThroughAWorkingSession() {
    page.row("working").click();
    converse();
    page.fill("#chat", "551198");
    page.fill("#text", "Hello");
    page.click("#send-form button");
    assertThat(page.find("[role=alert]")).isVisible();
    inspect("working");
    page.click("#history summary");
    assertThat(page.find("#history li")).hasCount(5);
    page.find("#history li").last().scrollIntoViewIfNeeded();
    inspect("history");
    page.button("Stop…").click();
    assertThat(page.dialog()).isVisible();
    inspect("dialog-stop");
    page.inDialog("Cancel").click();
    page.page().goBack();
    page.row("failed").click();
    assertThat(page.find("#detail-title")).isFocused();
    inspect("failed");
  }

  private void walkThroughTheOtherViews() {
    page.visit("Events");
    assertThat(page.find("#events li").first()).isVisible();
    inspect("events");
    page.visit("Nodes");
    assertThat(page.find("#nodes li").first()).isVisible();
    inspect("nodes");
    page.button("Drain…").click();
    inspect("dialog-drain");
    page.inDialog("Cancel").click();
  }

  private void inspect(String state) {
    page.keepPicture(state + "-" + look);
    assertThat(page.overflow()).as(state).isEqualTo(0);
    assertThat(Accessibility.findings(page.page())).as(state).isEmpty();
  }

  private void converse() {
    publish(
        SessionEventType.STATUS,
        new StatusChanged(SessionStatus.WORKING, null, "As asked.", null, null));
    said(SessionEventType.MESSAGE_SENT, "out-1", "Your order is ready. We are open until six.");
    said(
        SessionEventType.MESSAGE,
        "in-1",
        "On my way, see https://example.com/" + "a-long-way/".repeat(6));
    said(SessionEventType.MESSAGE_SENT, "out-2", "See you");
    publish(SessionEventType.MESSAGE_ACK, new MessageAck("out-1", BRUNO, 3, "READ"));
    node.publish(SALES, SessionEventType.QR, qr(3));
    assertThat(page.find(".tick").first()).hasAttribute("title", "read");
  }

  private void said(SessionEventType type, String id, String text) {
    boolean fromMe = type == SessionEventType.MESSAGE_SENT;
    publish(
        type,
        new Message(
            id,
            BRUNO,
            fromMe ? ANA : BRUNO,
            fromMe ? BRUNO : ANA,
            fromMe,
            "chat",
            text,
            false,
            null,
            null,
            1,
            Instant.now()));
  }

  private void publish(SessionEventType type, Record data) {
    node.publish(named("working"), type, data);
  }

  private static SessionList everyStatus() {
    return new SessionList(
        Arrays.stream(SessionStatus.values()).map(status -> info(nameOf(status), status)).toList());
  }

  private static SessionName nameOf(SessionStatus status) {
    return switch (status) {
      case SCAN_QR_CODE -> SALES;
      case RECONNECTING -> named("a-session-with-quite-a-long-name-to-see-what-becomes-of-it");
      default -> named(status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    };
  }

  private static SessionInfo info(SessionName name, SessionStatus status) {
    boolean linked = status == SessionStatus.WORKING || status == SessionStatus.RECONNECTING;
    return new SessionInfo(
        name,
        status,
        SessionInfo.Wanted.RUNNING,
        status == SessionStatus.FAILED
            ? "Nobody scanned the QR: 5 were shown."
            : "WhatsApp says so.",
        null,
        status.isRunning() ? "node-1a2b3c4d" : null,
        1,
        linked ? new Account(ANA, "Ana") : null,
        SessionConfig.DEFAULT,
        opened,
        opened.minus(Duration.ofMinutes(status.name().length() * 9L)));
  }

  private static List<Transition> moves() {
    return List.of(
        move(SessionStatus.WORKING, "Connected.", "node-2b3c4d5e", 2, 1),
        move(SessionStatus.RECONNECTING, "Its node is gone.", "node-2b3c4d5e", 2, 2),
        move(
            SessionStatus.FAILED,
            "Gave up after 5 new browsers in a row: the page https://web.whatsapp.com/ did not"
                + " load; see whether this machine can reach it.",
            "node-1a2b3c4d",
            1,
            55),
        move(SessionStatus.STARTING, "Claimed by a node.", "node-1a2b3c4d", 1, 60),
        move(SessionStatus.STOPPED, "Stopped on request.", null, 0, 3_000));
  }

  private static Transition move(
      SessionStatus to, String reason, String node, long generation, long minutesAgo) {
    Instant at = opened.minus(Duration.ofMinutes(minutesAgo));
    return new Transition(null, to, null, reason, node, generation, at);
  }

  private static NodeList nodes() {
    Instant soon = Instant.now().plusSeconds(5);
    Instant past = Instant.now().minusSeconds(500);
    return new NodeList(
        List.of(
            new NodeInfo(
                "node-1a2b3c4d",
                "0.1.0",
                true,
                5,
                5,
                10,
                5,
                3 * GIB,
                8 * GIB,
                0.42,
                false,
                soon,
                true),
            new NodeInfo(
                "node-2b3c4d5e",
                "0.1.0",
                true,
                9,
                8,
                10,
                0,
                GIB / 2,
                8 * GIB,
                0.97,
                true,
                soon,
                false),
            new NodeInfo(
                "node-3c4d5e6f",
                "0.1.0",
                false,
                0,
                0,
                10,
                0,
                GIB,
                8 * GIB,
                0.1,
                false,
                past,
                false)));
  }

  private static SessionName named(String name) {
    return new SessionName(name);
  }
}
