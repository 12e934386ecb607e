package dev.waggle.gateway.sockets;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.moved;
import static dev.waggle.gateway.support.Samples.qr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.EventPage;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.Replay;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of all sessions, in the System Update's words and in ours. */
class SessionsWatchTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final SessionName OTHER = new SessionName("other");
  private static final JsonObject SHORT = new JsonObject().put("events", false);
  private static final MessageAck ACK = new MessageAck("true_1@c.us_A", "1@c.us", 2, "DEVICE");

  private static RunningGateway gateway;

  private BusNode node;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void own() {
    node =
        new BusNode(gateway.vertx(), SALES, OTHER)
            .on(Observe.class, asked -> live(asked.session(), SessionStatus.STARTING, null, 0));
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldTellTheTextOfEveryQr() {
    try (DoorSocket socket = watcher(SHORT)) {
      node.publish(SALES, SessionEventType.QR, qr(1));
      node.publish(OTHER, SessionEventType.QR, qr(2));

      assertThat(socket.next("qr"))
          .isEqualTo(new JsonObject().put("qr", "2@text-of-the-qr-1").put("sessionId", "sales"));
      assertThat(socket.next("qr").getString("sessionId")).isEqualTo("other");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATED, WORKING, , ready",
    "RECONNECTING, WORKING, , ready",
    "WORKING, RECONNECTING, CONNECTION_LOST, disconnected",
    "WORKING, STOPPED, STOPPED_ON_REQUEST, disconnected",
    "WORKING, LOGGED_OUT, LOGGED_OUT_ON_PHONE, disconnected",
    "WORKING, CONFLICT, OPENED_ELSEWHERE, disconnected",
    "SCAN_QR_CODE, FAILED, QR_EXHAUSTED, auth_failure",
    "AUTHENTICATED, SCAN_QR_CODE, LINK_REFUSED, auth_failure",
    "STARTING, PASSKEY_REQUIRED, REFUSED_BY_WHATSAPP, auth_failure",
    "STARTING, STARTING, QR_TIMEOUT, qr_timeout",
    "STARTING, FAILED, QR_TIMEOUT, qr_timeout"
  })
  void shouldTellMovesByTheirNames(
      SessionStatus from, SessionStatus to, StatusCause cause, String event) {
    try (DoorSocket socket = watcher(SHORT)) {
      node.publish(SALES, SessionEventType.STATUS, moved(from, to, cause));

      JsonObject told = socket.next(event);
      assertThat(told.getString("sessionId")).isEqualTo("sales");
      assertThat(told.getString("reason")).isEqualTo("The page says so.");
      assertThat(told.getInstant("timestamp")).isNotNull();
    }
  }

  @Test
  void shouldTellEveryLinkingEventAsServicesGetIt() {
    try (DoorSocket socket = watcher(null)) {
      SessionEvent qr = node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(socket.until("event")).isEqualTo(Wire.write(qr));
    }
  }

  @Test
  void shouldTellOfMessagesToThoseWhoWishIt() {
    try (DoorSocket all = watcher(new JsonObject().put("messages", true));
        DoorSocket linking = watcher(null)) {
      node.publish(SALES, SessionEventType.MESSAGE_ACK, ACK);
      node.publish(
          SALES,
          SessionEventType.STATUS,
          moved(SessionStatus.STARTING, SessionStatus.SCAN_QR_CODE));

      assertThat(all.next("event").getString("type")).isEqualTo("message.ack");
      assertThat(linking.next("event").getString("type")).isEqualTo("session.status");
    }
  }

  @Test
  void shouldTellNothingTwiceToAWatcherWhoIsInARoomAndSubscribed() {
    try (DoorSocket socket = watcher(null)) {
      socket.ask("subscribe", "sales");
      socket.next("state");
      socket.ask("join-session", "sales");
      socket.next("status-update");

      node.publish(SALES, SessionEventType.QR, qr(1));
      node.publish(OTHER, SessionEventType.QR, qr(2));

      assertThat(List.of(socket.next(), socket.next(), socket.next(), socket.next(), socket.next()))
          .extracting(frame -> frame.getString("event") + " of " + frame.getString("session"))
          .containsExactlyInAnyOrder(
              "event of sales", "qr-code of sales", "qr of sales", "qr of other", "event of other");
    }
  }

  @Test
  void shouldWatchWithOneConsumerHoweverManyWatch() {
    try (DoorSocket first = watcher(SHORT);
        DoorSocket second = watcher(null);
        DoorSocket third = watcher(SHORT)) {
      Deliveries deliveries = Deliveries.count(gateway.vertx());
      first.ask("unwatch-sessions", null);

      node.publish(SALES, SessionEventType.QR, qr(1));

      second.until("qr");
      third.until("qr");
      assertThat(first.heard()).isEmpty();
      assertThat(deliveries.at(Addresses.EVENTS)).isEqualTo(1);
    }
  }

  @Test
  void shouldTellAWatcherWhoComesBackWhatItHasMissed() {
    SessionEvent ack = node.event(SALES, SessionEventType.MESSAGE_ACK, ACK);
    SessionEvent missed = node.event(SALES, SessionEventType.QR, qr(1));
    node.on(Replay.class, asked -> new EventPage(List.of(ack, missed), true));
    JsonObject place = new JsonObject().put("generation", 1).put("seq", 0);
    JsonObject seen = new JsonObject().put("seen", new JsonObject().put("sales", place));
    try (DoorSocket socket = watcher(seen)) {
      assertThat(socket.next("qr").getString("qr")).isEqualTo("2@text-of-the-qr-1");
      assertThat(socket.next("event")).isEqualTo(Wire.write(missed));

      node.publish(missed);
      node.publish(SALES, SessionEventType.QR, qr(2));

      assertThat(socket.next("qr").getString("qr")).isEqualTo("2@text-of-the-qr-2");
    }
  }

  private DoorSocket watcher(JsonObject wish) {
    DoorSocket socket = DoorSocket.open(gateway, KEY);
    socket.ask("watch-sessions", wish);
    return socket;
  }
}
