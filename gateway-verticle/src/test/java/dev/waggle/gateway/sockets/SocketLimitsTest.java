package dev.waggle.gateway.sockets;

import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.qr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.RevokedKey;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.support.BusNode;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, who sees what, and how much one client may take. */
class SocketLimitsTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final SessionName OTHER = new SessionName("other");

  private static DoorServer door;
  private static BusNode node;

  @BeforeAll
  static void start() {
    door = new DoorServer();
    node =
        new BusNode(door.vertx(), SALES, OTHER)
            .on(Observe.class, asked -> live(asked.session(), SessionStatus.STARTING, null, 0));
  }

  @AfterAll
  static void stop() {
    door.close();
  }

  @Test
  void shouldCloseASocketThatShowsNoKeyInTime() {
    try (DoorSocket socket = DoorSocket.stranger(door)) {
      assertThat(socket.next("connect_error").getString("code")).isEqualTo("unauthorized");
      assertThat(socket.closeCode()).isEqualTo(CloseCode.NO_KEY);
    }
  }

  @Test
  void shouldCloseASocketThatShowsAWrongKey() {
    try (DoorSocket socket = DoorSocket.stranger(door)) {
      socket.send("auth", new JsonObject().put("key", DoorServer.WRONG_KEY));

      assertThat(socket.next("connect_error").getString("code")).isEqualTo("unauthorized");
      assertThat(socket.closeCode()).isEqualTo(CloseCode.NO_KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "join-session",
        "leave-session",
        "subscribe",
        "unsubscribe",
        "watch-sessions",
        "unwatch-sessions",
        "ping",
        "anything"
      })
  void shouldDoNothingForWhoHasShownNoKey(String verb) {
    try (DoorSocket socket = DoorSocket.stranger(door)) {
      socket.send(verb, "sales");

      assertThat(socket.next("connect_error").getString("code")).isEqualTo("unauthorized");
      assertThat(socket.closeCode()).isEqualTo(CloseCode.NO_KEY);
    }
  }

  @Test
  void shouldCloseTheSocketsOfARevokedKey() {
    try (DoorSocket revoked = DoorSocket.open(door, "sales");
        DoorSocket good = DoorSocket.open(door, "other")) {
      door.vertx()
          .eventBus()
          .publish(Addresses.REVOKED_KEYS, Wire.write(new RevokedKey("key:sales")));

      assertThat(revoked.next("error").getString("code")).isEqualTo("unauthorized");
      revoked.next("disconnect");
      assertThat(revoked.closeCode()).isEqualTo(CloseCode.NO_KEY);
      assertThat(good.heard()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"join-session", "subscribe"})
  void shouldRefuseTheSessionsOfOthers(String verb) {
    try (DoorSocket socket = DoorSocket.open(door, "sales")) {
      JsonObject problem = socket.ask(verb, "other").getJsonObject("error");

      assertThat(problem.getString("code")).isEqualTo("forbidden");
      node.publish(OTHER, SessionEventType.QR, qr(1));
      assertThat(socket.heard()).isEmpty();
    }
  }

  @Test
  void shouldTellTwoTenantsOfTheirOwnSessionsOnly() {
    try (DoorSocket sales = DoorSocket.open(door, "sales");
        DoorSocket other = DoorSocket.open(door, "other")) {
      sales.ask("watch-sessions", null);
      other.ask("watch-sessions", null);

      node.publish(SALES, SessionEventType.QR, qr(1));
      node.publish(OTHER, SessionEventType.QR, qr(2));

      assertThat(sales.batch())
          .allSatisfy(frame -> assertThat(frame.getString("session")).isEqualTo("sales"));
      assertThat(other.batch())
          .allSatisfy(frame -> assertThat(frame.getString("session")).isEqualTo("other"));
      assertThat(sales.heard()).isEmpty();
      assertThat(other.heard()).isEmpty();
    }
  }

  @Test
  void shouldRefuseAFrameThatIsTooLargeAndGoOn() {
    try (DoorSocket socket = DoorSocket.open(door, "sales")) {
      socket.send("ping", "x".repeat(600));

      assertThat(socket.next("error").getString("code")).isEqualTo("payload-too-large");
      assertThat(socket.heard()).isEmpty();
    }
  }

  @Test
  void shouldRefuseMoreRoomsThanASocketMayHave() {
    try (DoorSocket socket = DoorSocket.open(door, "sales-and-north")) {
      socket.ask("join-session", "sales");
      socket.ask("join-session", "north");

      JsonObject problem = socket.ask("subscribe", "sales").getJsonObject("error");

      assertThat(problem.getString("code")).isEqualTo("too-many-requests");
      socket.ask("leave-session", "north");
      assertThat(socket.ask("subscribe", "sales").getBoolean("ok")).isTrue();
    }
  }

  @Test
  void shouldRefuseWhatASocketSendsTooFast() {
    try (DoorSocket socket = DoorSocket.open(door, "sales")) {
      for (int i = 0; i < 30; i++) {
        socket.send("ping", null);
      }

      assertThat(socket.until("error").getString("code")).isEqualTo("too-many-requests");
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void shouldCloseASocketThatDoesNotHeedThat() {
    try (DoorSocket socket = DoorSocket.open(door, "sales")) {
      for (int i = 0; i < 300; i++) {
        socket.send("ping", null);
      }

      assertThat(socket.closeCode()).isEqualTo(CloseCode.TOO_MANY);
    }
  }

  @Test
  void shouldCloseAClientThatDoesNotReadWhatItGets() {
    try (DoorSocket slow = DoorSocket.open(door, "sales");
        DoorSocket quick = DoorSocket.open(door, "sales")) {
      slow.ask("subscribe", "sales");
      quick.ask("subscribe", "sales");
      slow.stopReading();

      for (int i = 0; i < 500; i++) {
        node.publish(
            SALES, SessionEventType.MESSAGE_ACK, new MessageAck("x".repeat(8_000), "", 1, ""));
        quick.until("event");
      }
      slow.readOn();

      assertThat(slow.closeCode()).isEqualTo(CloseCode.TOO_SLOW);
      assertThat(quick.isOpen()).isTrue();
    }
  }
}
