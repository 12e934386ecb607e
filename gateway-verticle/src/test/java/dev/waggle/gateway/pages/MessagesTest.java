package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final SessionName SUPPORT = new SessionName("support");
  private static final String ANA = "5511999999999@c.us";
  private static final String BRUNO = "5511988888888@c.us";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static RunningGateway gateway;
  private static TestBrowser browser;

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
    SessionList list = new SessionList(List.of(working(SALES), working(SUPPORT)));
    node = new BusNode(gateway.vertx(), SALES).on(ListAll.class, command -> list);
  }

  @AfterEach
  void leave() {
    page.close();
    node.leave();
  }

  @Test
  void shouldShowWhatIsSentAndReceivedNewestLast() {
    enter();
    assertThat(page.find("#no-messages")).isVisible();

    sent("out-1", "Your order is ready");
    received("in-1", "On my way");

    assertThat(bubbles()).hasCount(2);
    assertThat(bubbles().first()).containsText("To 55*********88");
    assertThat(bubbles().first().locator(".text")).hasText("Your order is ready");
    assertThat(bubbles().last().locator(".text")).hasText("On my way");
    assertThat(page.find("#no-messages")).isHidden();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldTickWhatGoesFurtherAndNeverBack() {
    enter();
    sent("out-1", "Your order is ready");
    assertThat(tick()).hasAttribute("title", "sent");

    acknowledged("out-1", 3, "READ");
    acknowledged("out-1", 2, "DEVICE");
    sent("out-2", "And paid");

    assertThat(bubbles()).hasCount(2);
    assertThat(tick()).hasAttribute("title", "read");
    assertThat(tick()).hasText("✓✓");
  }

  @Test
  void shouldShowFilesByNameAndTextAsText() {
    enter();

    node.publish(
        SALES,
        SessionEventType.MESSAGE,
        new Message(
            "in-1",
            "120363041234567890@g.us",
            BRUNO,
            ANA,
            false,
            "document",
            "<img src=x onerror=alert(1)>",
            true,
            "application/pdf",
            "invoice.pdf",
            0,
            NOON));

    assertThat(bubbles().locator(".file")).hasText("invoice.pdf");
    assertThat(bubbles().locator(".text")).hasText("<img src=x onerror=alert(1)>");
    assertThat(bubbles().locator(".who")).hasText("55*********88 in 12**************90");
    assertThat(bubbles().locator("img")).hasCount(0);
  }

  @Test
  void shouldShowAMessageOnceAndKeepTheLastFifty() {
    enter();

    for (int i = 1; i <= 55; i++) {
      // The first are tall, so that the list moves far when they leave.
      String text = "number " + i + (i <= 5 ? ", a long one".repeat(60) : "");
      received("in-" + i, text);
      received("in-" + i, text);
    }

    assertThat(bubbles().last()).containsText("number 55");
    assertThat(bubbles()).hasCount(50);
    assertThat(bubbles().first()).containsText("number 6");
    assertThat(bubbles().last()).isInViewport();
  }

  @Test
  void shouldKeepEachSessionsMessagesApart() {
    enter();
    received("in-1", "On my way");
    assertThat(bubbles()).hasCount(1);

    page.row("support").click();
    assertThat(bubbles()).hasCount(0);
    assertThat(page.find("#no-messages")).isVisible();

    page.row("sales").click();
    assertThat(bubbles()).hasCount(1);
  }

  private void enter() {
    page = Dashboard.enter(browser, gateway.url());
    page.row("sales").click();
    assertThat(page.find("#messages")).isVisible();
  }

  private Locator bubbles() {
    return page.find("#message-list li");
  }

  private Locator tick() {
    return bubbles().first().locator(".tick");
  }

  private void sent(String id, String text) {
    publish(SessionEventType.MESSAGE_SENT, id, ANA, BRUNO, text);
  }

  private void received(String id, String text) {
    publish(SessionEventType.MESSAGE, id, BRUNO, ANA, text);
  }

  private void acknowledged(String id, int ack, String name) {
    node.publish(SALES, SessionEventType.MESSAGE_ACK, new MessageAck(id, BRUNO, ack, name));
  }

  private void publish(SessionEventType type, String id, String from, String to, String text) {
    boolean fromMe = type == SessionEventType.MESSAGE_SENT;
    node.publish(
        SALES,
        type,
        new Message(
            id, BRUNO, from, to, fromMe, "chat", text, false, null, null, fromMe ? 1 : 0, NOON));
  }

  private static SessionInfo working(SessionName name) {
    return session(name, SessionStatus.WORKING, new Account(ANA, "Ana"));
  }
}
