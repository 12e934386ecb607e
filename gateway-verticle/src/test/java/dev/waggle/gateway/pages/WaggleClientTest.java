package dev.waggle.gateway.pages;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.moved;
import static dev.waggle.gateway.support.Samples.qr;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.EventPage;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.Replay;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code waggle-client.js} in Chromium, with the calls of the documents' snippets. */
class WaggleClientTest {

  private static final SessionName SALES = new SessionName("sales");

  /** Notes what the socket hears; {@code heard()} gives the next of it. */
  private static final String OPEN =
      """
      async ([urls, key, transport, ...names]) => {
        const { io } = await import('/assets/waggle-client.js');
        const waiting = [];
        const noted = [];
        const note = (...heard) => (waiting.shift() ?? ((h) => noted.push(h)))(heard);
        window.heard = () => new Promise((take) => (noted.length ? take(noted.shift()) : waiting.push(take)));
        const options = { auth: { key }, reconnectionDelay: 20, reconnectionDelayMax: 100 };
        if (transport) {
          await new Promise((loaded) => {
            const script = document.createElement('script');
            script.src = '/assets/vendor/sockjs.min.js';
            script.onload = loaded;
            document.head.append(script);
          });
          options.SockJS = class { constructor(url) { return new SockJS(url, null, { transports: [transport] }); } };
        }
        window.socket = io(urls, options);
        for (const name of names) socket.on(name, (data) => note(name, data?.message ?? data));
      }
      """;

  private static final int PATIENCE_MILLIS = 15_000;

  private static final String NEXT =
      """
      (patience) => Promise.race([
        heard(),
        new Promise((_, fail) => setTimeout(() => fail(new Error('Nothing was heard.')), patience)),
      ])
      """;

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private BusNode node;
  private Page page;

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
  void own() {
    node =
        new BusNode(gateway.vertx(), SALES)
            .on(Observe.class, asked -> live(SALES, SessionStatus.STARTING, null, 0));
    page = browser.open(gateway.url(), 400, 300);
  }

  @AfterEach
  void leave() {
    page.context().close();
    node.leave();
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "xhr-streaming", "xhr-polling"})
  void shouldShowARoomUntilItIsCompleteOverEveryTransport(String transport) {
    open(gateway.url(), transport, "qr-code", "session-complete", "disconnect");
    joinRoom();

    node.publish(SALES, SessionEventType.QR, qr(1));
    assertThat(heard("qr-code")).containsEntry("urlCode", "2@text-of-the-qr-1");
    complete();

    assertThat(next()).startsWith("session-complete");
    assertThat(next()).containsExactly("disconnect", "io server disconnect");
    assertThat(page.evaluate("[socket.connected, socket.active]")).isEqualTo(List.of(false, false));
  }

  @Test
  void shouldWatchForTheSystemUpdatesEventsByItself() {
    open(gateway.url(), null, "qr", "ready", "connect");
    assertThat(next()).startsWith("connect");
    // What is sent now is carried out after the watch.
    ask("ping", null);

    node.publish(SALES, SessionEventType.QR, qr(1));
    complete();

    assertThat(heard("qr")).isEqualTo(Map.of("qr", "2@text-of-the-qr-1", "sessionId", "sales"));
    assertThat(heard("ready")).containsEntry("sessionId", "sales");
  }

  @Test
  void shouldSayThatAKeyIsWrongAndNotTryAgain() {
    page.evaluate(OPEN, asList(gateway.url(), "wrong", null, "connect_error"));

    assertThat(next()).first().isEqualTo("connect_error");
    assertThat(page.evaluate("socket.active")).isEqualTo(false);
  }

  @Test
  void shouldAnswerWhatIsEmittedWithACallback() {
    open(gateway.url(), null, "connect");
    next();

    assertThat(ask("join-session", "../etc/passwd")).asString().contains("invalid-session-name");
    assertThat(ask("join-session", "sales")).isEqualTo(Map.of("ok", true));
  }

  @Test
  void shouldForgetListenersAndCallSomeOnce() {
    open(gateway.url(), null, "connect", "pong");
    next();
    page.evaluate(
        """
        () => {
          window.calls = [];
          const gone = () => calls.push('gone');
          socket.on('pong', gone).once('pong', () => calls.push('once')).off('pong', gone);
        }
        """);

    page.evaluate("() => { socket.emit('ping'); socket.emit('ping'); }");

    next();
    next();
    assertThat(page.evaluate("calls")).isEqualTo(List.of("once"));
  }

  @Test
  void shouldMissNothingAndHearNothingTwiceWhenTheConnectionIsLost() {
    try (LossyProxy line = new LossyProxy(gateway.vertx(), gateway.port())) {
      open(line, "connect", "disconnect", "event");
      next();
      ask("subscribe", "sales");
      SessionEvent seen = ack();
      node.publish(seen);
      assertThat(heard("event")).containsEntry("seq", (int) seen.seq());

      line.goDown();
      assertThat(next()).containsExactly("disconnect", "transport close");
      SessionEvent missed = ack();
      node.on(Replay.class, asked -> new EventPage(List.of(missed), true));
      line.comeBack();

      assertThat(next()).startsWith("connect");
      assertThat(heard("event")).containsEntry("seq", (int) missed.seq());
      SessionEvent after = ack();
      node.publish(after);
      assertThat(heard("event")).containsEntry("seq", (int) after.seq());
      assertThat(node.only(Replay.class)).isEqualTo(new Replay(SALES, 1, seen.seq()));
    }
  }

  @Test
  void shouldJoinItsRoomAgainWhereItWas() {
    try (LossyProxy line = new LossyProxy(gateway.vertx(), gateway.port())) {
      open(line, "connect", "disconnect", "qr-code");
      next();
      joinRoom();
      SessionEvent seen = node.publish(SALES, SessionEventType.QR, qr(1));
      heard("qr-code");

      line.goDown();
      next();
      SessionEvent missed = node.event(SALES, SessionEventType.QR, qr(2));
      node.on(Replay.class, asked -> new EventPage(List.of(missed), true));
      line.comeBack();

      next();
      assertThat(heard("qr-code")).containsEntry("attempts", 2);
      assertThat(node.only(Replay.class)).isEqualTo(new Replay(SALES, 1, seen.seq()));
    }
  }

  @Test
  void shouldMissNothingOfTheSessionsThatItWatches() {
    try (LossyProxy line = new LossyProxy(gateway.vertx(), gateway.port())) {
      open(line, "connect", "disconnect", "qr");
      next();
      ask("ping", null);
      SessionEvent seen = node.publish(SALES, SessionEventType.QR, qr(1));
      heard("qr");

      line.goDown();
      next();
      SessionEvent missed = node.event(SALES, SessionEventType.QR, qr(2));
      node.on(Replay.class, asked -> new EventPage(List.of(missed), true));
      line.comeBack();

      next();
      assertThat(heard("qr")).containsEntry("qr", "2@text-of-the-qr-2");
      assertThat(node.only(Replay.class)).isEqualTo(new Replay(SALES, 1, seen.seq()));
    }
  }

  @Test
  void shouldTurnToAnotherGatewayWhenOneIsAway() {
    try (LossyProxy line = new LossyProxy(gateway.vertx(), gateway.port())) {
      line.goDown();
      page.evaluate(
          OPEN, asList(List.of(line.url(), gateway.url()), KEY, null, "connect_error", "connect"));

      assertThat(next()).startsWith("connect_error");
      assertThat(next()).startsWith("connect");
    }
  }

  /** Opens the page itself over the line, so that the socket is of the page's own origin. */
  private void open(LossyProxy line, String... names) {
    page.navigate(line.url());
    open(line.url(), null, names);
  }

  private void open(Object urls, String transport, String... names) {
    Object[] arguments = new Object[names.length + 3];
    arguments[0] = urls;
    arguments[1] = KEY;
    arguments[2] = transport;
    System.arraycopy(names, 0, arguments, 3, names.length);
    page.evaluate(OPEN, asList(arguments));
  }

  private static List<Object> asList(Object... values) {
    return Arrays.asList(values);
  }

  /** Joins before or after it is connected, and waits until the room is told what is true. */
  private void joinRoom() {
    page.evaluate(
        "() => new Promise((joined) => socket.once('status-update', joined)"
            + ".emit('join-session', 'sales'))");
  }

  private Object ask(String event, Object data) {
    return page.evaluate(
        "([event, data]) => new Promise((answered) => socket.emit(event, data, answered))",
        asList(event, data));
  }

  @SuppressWarnings("unchecked")
  private List<Object> next() {
    return (List<Object>) page.evaluate(NEXT, PATIENCE_MILLIS);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> heard(String name) {
    List<Object> heard = next();
    assertThat(heard).first().isEqualTo(name);
    return (Map<String, Object>) heard.get(1);
  }

  private SessionEvent ack() {
    return node.event(
        SALES, SessionEventType.MESSAGE_ACK, new MessageAck("true_1", "1@c.us", 2, "DEVICE"));
  }

  private void complete() {
    node.publish(
        SALES, SessionEventType.STATUS, moved(SessionStatus.AUTHENTICATED, SessionStatus.WORKING));
  }
}
