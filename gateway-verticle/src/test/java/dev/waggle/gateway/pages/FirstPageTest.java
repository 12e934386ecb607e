package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
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
import java.nio.file.Path;
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

  private static final int WIDE = 1280;
  private static final int HIGH = 860;
  private static final Account ANA = new Account("5511999999999@c.us", "Ana");

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private final Map<SessionName, SessionInfo> sessions = new ConcurrentSkipListMap<>();
  private BusNode node;
  private Page page;

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
    page.context().close();
    node.leave();
  }

  @Test
  void shouldSayThatAKeyIsWrong() {
    page = browser.open(gateway.url(), WIDE, HIGH);

    typeKey("wrong");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not known");
    assertThat(page.locator("#desk")).isHidden();
  }

  @Test
  void shouldListSessionsWithTheirStateForWhoeverHasTheKey() {
    put(SALES, SessionStatus.WORKING);
    put(new SessionName("support"), SessionStatus.FAILED);

    enter(WIDE, HIGH);

    assertThat(page.locator("#sessions li")).containsText(new String[] {"sales", "support"});
    assertThat(row("sales").locator(".status")).hasText("working");
    assertThat(row("support").locator(".status")).hasText("failed");
    assertThat(page.locator("#live-text")).hasText("Live");
  }

  @Test
  void shouldKeepTheKeyInThisTabOnly() {
    enter(WIDE, HIGH);

    page.reload();

    assertThat(page.locator("#desk")).isVisible();
    assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
  }

  @Test
  void shouldForgetTheKeyWhenToldSo() {
    enter(WIDE, HIGH);

    page.click("#forget-key");

    assertThat(page.locator("#gate")).isVisible();
    assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
  }

  @Test
  void shouldStartASessionAndShowEachQrAsItComes() {
    node.on(Create.class, command -> put(command.session(), SessionStatus.STARTING));
    enter(WIDE, HIGH);

    page.fill("#name", "sales");
    page.click("#create-form button");
    assertThat(page.locator("#qr-wait")).isVisible();
    move(SessionStatus.SCAN_QR_CODE, null);
    node.publish(SALES, SessionEventType.QR, qr(1));

    assertThat(page.locator("#qr")).hasAttribute("src", qr(1).base64());
    assertThat(page.locator("#attempt")).hasText("QR 1 of 5");
    assertThat(page.locator("#countdown")).hasText(Pattern.compile("\\d+ s left"));
    assertThat(page.locator("#status")).hasText("scan qr code");

    node.publish(SALES, SessionEventType.QR, qr(2));
    assertThat(page.locator("#attempt")).hasText("QR 2 of 5");
    assertThat(browser.complaints()).allMatch(text -> text.contains("409"));
  }

  @Test
  void shouldShowAQrThatWasThereBeforeThePage() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(GetQr.class, command -> qr(3));
    enter(WIDE, HIGH);

    row("sales").click();

    assertThat(page.locator("#attempt")).hasText("QR 3 of 5");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldFetchAPairingCode() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(RequestPairingCode.class, command -> new PairingCode("ABCD-1234"));
    enter(WIDE, HIGH);
    row("sales").click();

    page.fill("#phone", "+5511999999999");
    page.click("#code-form button");

    assertThat(page.locator("#code")).hasText("ABCD-1234");
  }

  @Test
  void shouldSendAMessageOnceTheSessionWorks() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(
        SendText.class, command -> new MessageSent("true_1_A", command.chatId(), 1, Instant.now()));
    enter(WIDE, HIGH);
    row("sales").click();
    assertThat(page.locator("#send-form")).isHidden();

    move(SessionStatus.WORKING, ANA);
    page.fill("#chat", "5511988888888");
    page.fill("#text", "Hello");
    page.click("#send-form button");

    assertThat(page.locator("#sent")).containsText("Sent");
    assertThat(page.locator("#linking")).isHidden();
    assertThat(page.locator("#account")).hasText("Ana · 5511999999999");
    assertThat(node.only(SendText.class).text()).isEqualTo("Hello");
  }

  @Test
  void shouldSayWhyAMessageWasNotSent() {
    put(SALES, SessionStatus.WORKING);
    node.refuse(SendText.class, ErrorCode.NOT_ON_WHATSAPP, "That number is not on WhatsApp.");
    enter(WIDE, HIGH);
    row("sales").click();

    page.fill("#chat", "5511988888888");
    page.fill("#text", "Hello");
    page.click("#send-form button");

    assertThat(page.locator("#notice")).hasText("That number is not on WhatsApp.");
  }

  @Test
  void shouldStopASession() {
    put(SALES, SessionStatus.WORKING);
    node.on(Stop.class, command -> put(command.session(), SessionStatus.STOPPED));
    enter(WIDE, HIGH);
    row("sales").click();

    page.click("[data-action=stop]");

    assertThat(page.locator("#status")).hasText("stopped");
    assertThat(page.locator("[data-action=start]")).isVisible();
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
    row("sales").click();

    page.onceDialog(Dialog::dismiss);
    page.click("[data-action=delete]");
    assertThat(page.locator("#session")).isVisible();

    page.onceDialog(Dialog::accept);
    page.click("[data-action=delete]");
    assertThat(page.locator("#nothing")).isVisible();
    assertThat(page.locator("#no-sessions")).isVisible();
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
    row("sales").click();
    assertThat(page.locator("#attempt")).hasText("QR 1 of 5");

    int overflow =
        (int)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");

    assertThat(overflow).isZero();
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", "first-page-" + name + ".png")));
  }

  private void enter(int width, int height) {
    page = browser.open(gateway.url(), width, height);
    typeKey(KEY);
    assertThat(page.locator("#desk")).isVisible();
    assertThat(page.locator("#live-text")).hasText("Live");
  }

  private void typeKey(String key) {
    page.fill("#key", key);
    page.click("#key-form button");
  }

  private Locator row(String name) {
    return page.locator("#sessions button").filter(new FilterOptions().setHasText(name));
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
            now.node(),
            now.generation(),
            me,
            now.config(),
            now.createdAt(),
            now.statusSince()));
    node.publish(
        SALES, SessionEventType.STATUS, new StatusChanged(status, null, "The page says so.", me));
  }
}
