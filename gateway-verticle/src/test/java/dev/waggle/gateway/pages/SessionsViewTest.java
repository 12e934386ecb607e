package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.otherQr;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.SessionCommand;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Delete;
import dev.waggle.contract.SessionCommand.GetHistory;
import dev.waggle.contract.SessionCommand.GetQr;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.Logout;
import dev.waggle.contract.SessionCommand.RequestPairingCode;
import dev.waggle.contract.SessionCommand.Reset;
import dev.waggle.contract.SessionCommand.Restart;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionCommand.Stop;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** What a person sees of sessions and does with them. */
class SessionsViewTest {

  private static final String LIST = "**/api/sessions";
  private static final Account ANA = new Account("5511999999999@c.us", "Ana");

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private final Map<SessionName, SessionInfo> sessions = new ConcurrentSkipListMap<>();
  private BusNode node;
  private Dashboard page;

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
            .on(Start.class, command -> put(command.session(), SessionStatus.STARTING))
            .on(Stop.class, command -> put(command.session(), SessionStatus.STOPPED))
            .on(Restart.class, command -> put(command.session(), SessionStatus.STARTING))
            .on(Logout.class, command -> put(command.session(), SessionStatus.LOGGED_OUT))
            .on(Reset.class, command -> put(command.session(), SessionStatus.STARTING))
            .refuse(GetQr.class, ErrorCode.QR_NOT_AVAILABLE, "No QR is on show yet.");
  }

  @AfterEach
  void leave() {
    page.close();
    node.leave();
  }

  @Test
  void shouldListSessionsWithStateReasonAndNode() {
    put(SALES, SessionStatus.WORKING);
    put(new SessionName("support"), SessionStatus.FAILED);

    enter();

    assertThat(page.find("#sessions li")).containsText(new String[] {"sales", "support"});
    assertThat(page.row("sales").locator(".badge")).hasText("Working");
    assertThat(page.row("sales")).containsText("As asked.");
    assertThat(page.row("sales")).containsText("on node-1");
    assertThat(page.row("support").locator(".badge")).hasText("Failed");
  }

  @Test
  void shouldCreateASessionAndShowEachQrAsItComes() {
    node.on(Create.class, command -> put(command.session(), SessionStatus.STARTING));
    enter();

    page.fill("#name", "sales");
    page.page().keyboard().press("Enter");
    assertThat(page.find(".qr-frame")).containsText("Starting the browser");
    move(SessionStatus.SCAN_QR_CODE, null);
    node.publish(SALES, SessionEventType.QR, qr(1));

    assertThat(page.find("#qr")).hasAttribute("src", qr(1).base64());
    assertThat(page.find("#attempt")).hasText("QR 1 of 5");
    assertThat(page.find("#countdown")).hasText(Pattern.compile("\\d+ s left"));
    assertThat(page.find("#refreshed")).isHidden();

    node.publish(SALES, SessionEventType.QR, qr(2));
    assertThat(page.find("#attempt")).hasText("QR 2 of 5");
    assertThat(page.find("#refreshed")).containsText("Refreshed for security");
    assertThat(browser.complaints()).allMatch(text -> text.contains("409"));
  }

  @Test
  void shouldNotTellAQrsNumberBeforeItsPictureIsThere() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    enter();
    page.row("sales").click();
    PictureWatch watch = new PictureWatch(page.page(), "#attempt");

    node.publish(SALES, SessionEventType.QR, qr(1));
    assertThat(page.find("#attempt")).hasText("QR 1 of 5");
    node.publish(SALES, SessionEventType.QR, otherQr(2));
    assertThat(page.find("#attempt")).hasText("QR 2 of 5");

    assertThat(page.find("#qr")).hasAttribute("src", otherQr(2).base64());
    assertThat(watch.said()).isEqualTo(List.of("nothing", "QR 1 of 5"));
  }

  @Test
  void shouldShowAQrThatWasThereBeforeThePage() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(GetQr.class, command -> qr(3));
    enter();

    page.row("sales").click();

    assertThat(page.find("#attempt")).hasText("QR 3 of 5");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldForgetAQrWhenItsLinkIsOver() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(GetQr.class, command -> qr(3));
    enter();
    page.row("sales").click();
    assertThat(page.find("#qr")).isVisible();

    move(SessionStatus.FAILED, null);

    assertThat(page.find("#qr")).hasCount(0);
    assertThat(page.find(".advice")).containsText("Start it");
  }

  @Test
  void shouldFetchAPairingCode() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(RequestPairingCode.class, command -> new PairingCode("ABCD-1234"));
    enter();
    page.row("sales").click();

    page.fill("#phone", "+5511999999999");
    page.button("Get a code").click();

    assertThat(page.find("#code")).hasText("ABCD-1234");
  }

  @Test
  void shouldSendAMessageOnceTheSessionWorks() {
    put(SALES, SessionStatus.SCAN_QR_CODE);
    node.on(
        SendText.class, command -> new MessageSent("true_1_A", command.chatId(), 1, Instant.now()));
    enter();
    page.row("sales").click();
    assertThat(page.find("#send-form")).isHidden();

    move(SessionStatus.WORKING, ANA);
    page.fill("#chat", "5511988888888");
    page.fill("#text", "Hello");
    page.button("Send").click();

    assertThat(page.find("#sent")).containsText("Sent");
    assertThat(page.find("#attempt")).isHidden();
    assertThat(node.only(SendText.class).text()).isEqualTo("Hello");
  }

  @Test
  void shouldSayWhyAMessageWasNotSent() {
    putLinked();
    node.refuse(SendText.class, ErrorCode.NOT_ON_WHATSAPP, "That number is not on WhatsApp.");
    enter();
    page.row("sales").click();

    page.fill("#chat", "5511988888888");
    page.fill("#text", "Hello");
    page.button("Send").click();

    assertThat(page.find("[role=alert]")).hasText("That number is not on WhatsApp.");
  }

  @Test
  void shouldMaskTheAccountsNumberUntilSomebodyAsksForIt() {
    putLinked();
    enter();
    page.row("sales").click();
    assertThat(page.find("#account")).hasText("Ana · 55*********99");
    assertThat(page.find("body")).not().containsText("5511999999999");

    page.button("Show numbers").click();
    assertThat(page.find("#account")).hasText("Ana · 5511999999999");

    page.button("Hide numbers").click();
    assertThat(page.find("#account")).hasText("Ana · 55*********99");
  }

  @Test
  void shouldStartASessionWithoutAQuestion() {
    put(SALES, SessionStatus.STOPPED);
    enter();
    page.row("sales").click();

    page.button("Start").click();

    assertThat(page.find("#status")).hasText("Starting");
  }

  @ParameterizedTest
  @CsvSource({
    "Stop, Stop, its browser closes, Stopped",
    "Restart, Restart, opens again, Starting",
    "Log out, Logout, removed from the phone, Logged out",
    "Reset, Reset, starts afresh, Starting"
  })
  void shouldAskBeforeItActsAndTellWhatWillHappen(
      String verb, String command, String warning, String status) {
    putLinked();
    enter();
    page.row("sales").click();

    page.button(verb + "…").click();
    assertThat(page.dialog()).containsText(Pattern.compile(warning, Pattern.CASE_INSENSITIVE));
    page.page().keyboard().press("Escape");
    assertThat(page.find("dialog")).hasCount(0);
    assertThat(page.button(verb + "…")).isFocused();
    assertThat(node.commands()).noneMatch(came -> isA(command, came));

    page.page().keyboard().press("Enter");
    page.inDialog(verb).click();
    assertThat(page.find("#status")).hasText(status);
    assertThat(page.find("dialog")).hasCount(0);
    assertThat(node.commands()).anyMatch(came -> isA(command, came));
  }

  @Test
  void shouldDeleteASessionAndGoBackToTheList() {
    put(SALES, SessionStatus.STOPPED);
    node.on(
        Delete.class,
        command -> {
          sessions.remove(command.session());
          return null;
        });
    enter();
    page.row("sales").click();

    page.button("Delete…").click();
    assertThat(page.inDialog("Cancel")).isFocused();
    page.inDialog("Delete").click();

    assertThat(page.find("#no-sessions")).isVisible();
    assertThat(page.find("#session")).hasCount(0);
  }

  @Test
  void shouldSayInTheDialogWhyItCouldNotBeDone() {
    putLinked();
    node.refuse(Stop.class, ErrorCode.OWNER_UNAVAILABLE, "Its node does not answer.");
    enter();
    page.row("sales").click();

    page.button("Stop…").click();
    assertThat(page.inDialog("Stop")).isFocused();
    page.page().keyboard().press("Enter");

    assertThat(page.dialog().locator("[role=alert]")).hasText("Its node does not answer.");
    assertThat(page.find("#status")).hasText("Working");
  }

  @Test
  void shouldTellChangesToScreenReadersAndGoToWhatIsChosen() {
    putLinked();
    enter();

    page.row("sales").focus();
    page.page().keyboard().press("Enter");
    assertThat(page.find("#detail-title")).isFocused();
    assertThat(page.page()).hasTitle("sales · Sessions · Waggle");

    move(SessionStatus.RECONNECTING, ANA);
    assertThat(page.find("p.spoken[role=status]")).hasText("sales: Reconnecting");
  }

  @Test
  void shouldSayWhenTheListIsStaleAndReadItAgain() {
    putLinked();
    enter();
    node.refuse(ListAll.class, ErrorCode.DATABASE_UNAVAILABLE, "The database does not answer.");
    assertThat(page.find("#stale")).containsText("may be out of date");

    put(new SessionName("support"), SessionStatus.STOPPED);
    node.on(ListAll.class, command -> new SessionList(sessions.values().stream().toList()));

    assertThat(page.row("support")).isVisible();
    assertThat(page.find("#stale")).hasCount(0);
  }

  @Test
  void shouldPassOverAListThatAnEventHasOvertaken() {
    put(SALES, SessionStatus.STARTING);
    enter();
    page.row("sales").click();
    List<Runnable> held = new ArrayList<>();
    page.page().route(LIST, route -> held.add(answerLater(route)));
    page.page().waitForCondition(() -> !held.isEmpty());
    move(SessionStatus.SCAN_QR_CODE, null);
    node.publish(SALES, SessionEventType.QR, qr(1));
    assertThat(page.find("#qr")).isVisible();

    page.page().waitForResponse(LIST, held.get(0)).finished();
    page.page().evaluate("() => new Promise(requestAnimationFrame)");

    assertThat(page.find("#qr")).isVisible();
    assertThat(page.find("#status")).hasText("Scan the QR");
  }

  /** What the gateway says now, for the page to hear when it is run. */
  private static Runnable answerLater(Route route) {
    APIResponse answer = route.fetch();
    return () -> route.fulfill(new FulfillOptions().setResponse(answer));
  }

  @Test
  void shouldTellWhatBecameOfASessionAndReadItAgainWhenItMoves() {
    putLinked();
    node.on(GetHistory.class, command -> history("The browser died."));
    enter();
    page.row("sales").click();
    assertThat(page.find("#history li")).hasCount(0);
    // The page takes the focus to what it has opened; a key pressed before would go there.
    assertThat(page.find("#detail-title")).isFocused();

    page.find("#history summary").focus();
    page.page().keyboard().press("Enter");
    assertThat(page.find("#history li")).containsText("The browser died.");
    assertThat(page.find("#history li")).containsText("node-1, generation 7");

    node.on(GetHistory.class, command -> history("The connection is lost."));
    move(SessionStatus.RECONNECTING, ANA);
    assertThat(page.find("#history li")).containsText("The connection is lost.");
  }

  private static SessionHistory history(String reason) {
    return new SessionHistory(
        List.of(
            new Transition(
                SessionStatus.WORKING,
                SessionStatus.RECONNECTING,
                null,
                reason,
                "node-1",
                7,
                Instant.now())));
  }

  private void enter() {
    page = Dashboard.enter(browser, gateway.url());
  }

  private static boolean isA(String command, SessionCommand came) {
    return came.getClass().getSimpleName().equals(command);
  }

  private SessionInfo put(SessionName name, SessionStatus status) {
    return put(name, status, null);
  }

  private void putLinked() {
    put(SALES, SessionStatus.WORKING, ANA);
  }

  private SessionInfo put(SessionName name, SessionStatus status, Account me) {
    sessions.put(name, session(name, status, me));
    return sessions.get(name);
  }

  /** As the owner does: the registry has it, then the feed tells it. */
  private void move(SessionStatus status, Account me) {
    put(SALES, status, me);
    node.publish(
        SALES,
        SessionEventType.STATUS,
        new StatusChanged(status, null, "The page says so.", null, me));
  }
}
