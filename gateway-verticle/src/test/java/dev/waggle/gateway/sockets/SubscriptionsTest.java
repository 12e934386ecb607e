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
import dev.waggle.contract.Wire;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All events of one session, and what is told to a client that comes back. */
class SubscriptionsTest {

  private static final SessionName SALES = new SessionName("sales");
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
        new BusNode(gateway.vertx(), SALES)
            .on(Observe.class, asked -> live(SALES, SessionStatus.SCAN_QR_CODE, qr(1), 0));
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldTellASubscriberWhatIsTrueNow() {
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.ask("subscribe", new JsonObject().put("session", "sales"));

      JsonObject state = socket.next("state");
      assertThat(state.getJsonObject("info").getString("status")).isEqualTo("SCAN_QR_CODE");
      assertThat(state.getJsonObject("qr").getInteger("attempt")).isEqualTo(1);
    }
  }

  @Test
  void shouldTellASubscriberEveryEventAsServicesGetIt() {
    try (DoorSocket socket = subscriber()) {
      SessionEvent ack = node.publish(SALES, SessionEventType.MESSAGE_ACK, ACK);
      SessionEvent qr = node.publish(SALES, SessionEventType.QR, qr(2));

      assertThat(socket.next("event")).isEqualTo(Wire.write(ack));
      assertThat(socket.next("event")).isEqualTo(Wire.write(qr));
    }
  }

  @Test
  void shouldSayWhereAClientIsAfterEachEvent() {
    try (DoorSocket socket = subscriber()) {
      SessionEvent ack = node.publish(SALES, SessionEventType.MESSAGE_ACK, ACK);

      JsonObject frame = socket.next();
      assertThat(frame.getString("of")).isEqualTo("session");
      assertThat(frame.getString("session")).isEqualTo("sales");
      assertThat(frame.getLong("generation")).isEqualTo(ack.generation());
      assertThat(frame.getLong("seq")).isEqualTo(ack.seq());
    }
  }

  @Test
  void shouldTellEachEventOnceToAClientThatComesBack() {
    SessionEvent missed = node.event(SALES, SessionEventType.MESSAGE_ACK, ACK);
    node.on(
        Replay.class,
        asked -> {
          // Published while the owner answers: it is in the answer and comes live.
          SessionEvent meanwhile = node.publish(SALES, SessionEventType.MESSAGE_ACK, ACK);
          return new EventPage(List.of(missed, meanwhile), true);
        });
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.ask("subscribe", new JsonObject().put("session", "sales").mergeIn(cursor(1, 0)));
      JsonObject first = socket.next("event");
      JsonObject second = socket.next("event");
      SessionEvent next = node.publish(SALES, SessionEventType.MESSAGE_ACK, ACK);

      assertThat(Stream.of(first, second, socket.next("event")))
          .extracting(event -> event.getLong("seq"))
          .containsExactly(missed.seq(), next.seq() - 1, next.seq());
      assertThat(node.only(Replay.class)).isEqualTo(new Replay(SALES, 1, 0));
    }
  }

  @Test
  void shouldSayThatEventsAreGoneAndWhatIsTrueNow() {
    node.on(Replay.class, asked -> EventPage.MISSED);
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.ask("subscribe", new JsonObject().put("session", "sales").mergeIn(cursor(1, 99)));

      assertThat(socket.next("resync").getString("session")).isEqualTo("sales");
      assertThat(socket.next("state").getJsonObject("info").getString("name")).isEqualTo("sales");
      SessionEvent next = node.publish(SALES, SessionEventType.MESSAGE_ACK, ACK);
      assertThat(socket.next("event").getLong("seq")).isEqualTo(next.seq());
    }
  }

  @Test
  void shouldTellAMemberOfARoomWhatItHasMissedOfTheRoomOnly() {
    SessionEvent ack = node.event(SALES, SessionEventType.MESSAGE_ACK, ACK);
    SessionEvent status =
        node.event(
            SALES,
            SessionEventType.STATUS,
            moved(SessionStatus.SCAN_QR_CODE, SessionStatus.AUTHENTICATED));
    node.on(Replay.class, asked -> new EventPage(List.of(ack, status), true));
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.ask(
          "join-session", new JsonObject().put("sessionName", "sales").mergeIn(cursor(1, 0)));

      assertThat(socket.batch())
          .extracting(frame -> frame.getJsonObject("data").getString("status"))
          .containsExactly("qrReadSuccess", "authenticated");
    }
  }

  @Test
  void shouldDropWhatAnOlderOwnerStillSays() {
    try (DoorSocket socket = subscriber()) {
      SessionEvent event = node.event(SALES, SessionEventType.MESSAGE_ACK, ACK);
      node.publish(ofGeneration(0, event));
      node.publish(event);

      assertThat(socket.next("event").getLong("generation")).isEqualTo(1);
    }
  }

  @Test
  void shouldFollowASessionToItsNextOwner() {
    try (DoorSocket socket = subscriber()) {
      node.publish(SALES, SessionEventType.MESSAGE_ACK, ACK);
      node.publish(ofGeneration(2, node.event(SALES, SessionEventType.MESSAGE_ACK, ACK)));

      assertThat(socket.next("event").getLong("generation")).isEqualTo(1);
      assertThat(socket.next("event").getLong("generation")).isEqualTo(2);
    }
  }

  @Test
  void shouldTellNothingMoreAfterTheSubscriptionHasEnded() {
    try (DoorSocket socket = subscriber();
        DoorSocket witness = subscriber()) {
      Deliveries deliveries = Deliveries.count(gateway.vertx());
      socket.ask("unsubscribe", "sales");

      node.publish(SALES, SessionEventType.MESSAGE_ACK, ACK);

      witness.next("event");
      assertThat(socket.heard()).isEmpty();
      assertThat(deliveries.at(Addresses.events(SALES))).isEqualTo(1);
    }
  }

  private DoorSocket subscriber() {
    DoorSocket socket = DoorSocket.open(gateway, KEY);
    socket.ask("subscribe", "sales");
    socket.next("state");
    return socket;
  }

  private static SessionEvent ofGeneration(long generation, SessionEvent event) {
    return new SessionEvent(
        event.id(),
        event.seq(),
        event.type(),
        event.session(),
        event.node(),
        generation,
        event.timestamp(),
        event.data());
  }

  private static JsonObject cursor(long generation, long seq) {
    return new JsonObject().put("generation", generation).put("seq", seq);
  }
}
