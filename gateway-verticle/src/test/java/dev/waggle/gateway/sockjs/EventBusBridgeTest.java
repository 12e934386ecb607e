package dev.waggle.gateway.sockjs;

import static dev.waggle.gateway.sockjs.RawSocket.envelope;
import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.RunningGateway.NAMED_ORIGIN;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.qr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.KeyAction;
import dev.waggle.contract.RevokedKey;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusKeys;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.Callers;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.MultiMap;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventBusBridgeTest {

  private static final String ROOM = Addresses.room(SALES);
  private static final int NO_KEY = 4401;

  private static RunningGateway gateway;
  private static BusNode node;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
    node = new BusNode(gateway.vertx());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void shouldBringEventsToASocketThatShowsItsKeyWhenItRegisters() {
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.register(ROOM, KEY);
      awaitListener(socket);

      node.publish(SALES, SessionEventType.QR, qr(3));

      JsonObject frame = socket.next();
      assertThat(frame.getString("type")).isEqualTo("rec");
      assertThat(frame.getString("address")).isEqualTo(ROOM);
      assertThat(frame.getJsonObject("body").getString("type")).isEqualTo("session.qr");
      assertThat(frame.getJsonObject("body").getJsonObject("data").getInteger("attempt"))
          .isEqualTo(3);
    }
  }

  @Test
  void shouldBringMessagesToTheEventsAddressOnly() {
    try (RawSocket room = RawSocket.open(gateway);
        RawSocket events = RawSocket.open(gateway)) {
      room.register(ROOM, KEY);
      awaitListener(room);
      events.register(Addresses.events(SALES), KEY);
      awaitListener(events);

      node.publish(SALES, SessionEventType.MESSAGE_ACK, new MessageAck("true_1", "1", 2, "DEVICE"));
      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(events.next().getJsonObject("body").getString("type")).isEqualTo("message.ack");
      assertThat(room.next().getJsonObject("body").getString("type")).isEqualTo("session.qr");
    }
  }

  @ParameterizedTest
  @CsvSource({"X-Api-Key, ''", "Authorization, 'Bearer '"})
  void shouldTakeTheKeyFromTheHandshakesHeaders(String header, String prefix) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(header, prefix + KEY);
    try (RawSocket socket = RawSocket.open(gateway, "", headers)) {
      socket.register(ROOM, null);
      awaitListener(socket);

      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(socket.next().getString("type")).isEqualTo("rec");
    }
  }

  @Test
  void shouldTakeTheKeyFromTheHandshakesQuery() {
    try (RawSocket socket =
        RawSocket.open(gateway, "?x-api-key=" + KEY, MultiMap.caseInsensitiveMultiMap())) {
      socket.register(ROOM, null);
      awaitListener(socket);

      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(socket.next().getString("type")).isEqualTo("rec");
    }
  }

  @Test
  void shouldRefuseAHandshakeWithAWrongKey() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Api-Key", "wrong");

    assertThatThrownBy(() -> Await.result(RawSocket.connect(gateway, "", headers)))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(401));
  }

  @Test
  void shouldCloseASocketThatShowsNoKeyInTime() {
    try (RawSocket socket = RawSocket.open(gateway)) {
      assertThat(socket.next().getString("code")).isEqualTo("unauthorized");
      assertThat(socket.closeCode()).isEqualTo(NO_KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"register", "send", "publish"})
  void shouldCloseASocketThatShowsAWrongKey(String type) {
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.send(envelope(type, ROOM, "wrong").put("body", new JsonObject()));

      assertThat(socket.next().getString("code")).isEqualTo("unauthorized");
      assertThat(socket.closeCode()).isEqualTo(NO_KEY);
    }
  }

  @Test
  void shouldCheckTheKeyOfEveryRegistrationAnew() {
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.register(ROOM, KEY);
      awaitListener(socket);

      socket.register(Addresses.events(SALES), "wrong");

      assertThat(socket.next().getString("code")).isEqualTo("unauthorized");
      assertThat(socket.closeCode()).isEqualTo(NO_KEY);
    }
  }

  @Test
  void shouldCloseASocketOfAStoredKeyThatIsRevoked() {
    BusKeys keys = new BusKeys(gateway.vertx());
    String key = keys.session("sales", KeyAction.READ);
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Api-Key", key);
    try (RawSocket socket = RawSocket.open(gateway, "", headers)) {
      socket.register(ROOM, null);
      awaitListener(socket);

      gateway.vertx().eventBus().publish(Addresses.REVOKED_KEYS, "no revocation");
      keys.revoke(key);

      assertThat(socket.next().getString("message")).contains("revoked");
      assertThat(socket.closeCode()).isEqualTo(NO_KEY);
    }
    keys.leave();
  }

  @Test
  void shouldBringASocketNothingOfASessionThatItsKeyDoesNotName() {
    BusKeys keys = new BusKeys(gateway.vertx());
    String key = keys.session("sales", KeyAction.READ);
    SessionName other = new SessionName("hr");
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.register(Addresses.room(other), key);
      assertThat(socket.next().getString("code")).isEqualTo("forbidden");
      assertThat(socket.next().getString("body")).isEqualTo("rejected");
      socket.register(ROOM, key);
      awaitListener(socket);

      node.publish(other, SessionEventType.QR, qr(1));
      node.publish(SALES, SessionEventType.QR, qr(2));

      assertThat(socket.next().getString("address")).isEqualTo(ROOM);
    }
    keys.leave();
  }

  @Test
  void shouldTakeNoMoreRegistrationsThanAllowedWhileAKeyIsLookedUp() {
    BusKeys keys = new BusKeys(gateway.vertx());
    String key = keys.admin();
    try (RawSocket socket = RawSocket.open(gateway)) {
      for (String session : List.of("a", "b", "c", "d")) {
        socket.register("waggle.session." + session + ".room", key);
      }

      assertThat(socket.next().getString("body")).isEqualTo("max_handlers_reached");
    }
    keys.leave();
  }

  @Test
  void shouldCloseASocketWhoseTokenEnds() {
    try (RunningGateway tokens =
        RunningGateway.start(
            new GatewayVerticle(RunningGateway.SETTINGS.withJwt(Callers.SETTINGS)))) {
      String token = Callers.administratorsToken(Duration.ofSeconds(2));
      MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Authorization", "Bearer " + token);
      try (RawSocket socket = RawSocket.open(tokens, "", headers)) {
        assertThat(socket.next().getString("message")).contains("expired");
        assertThat(socket.closeCode()).isEqualTo(NO_KEY);
      }
    }
  }

  @Test
  void shouldLeaveSocketsOfOtherKeysOpen() {
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.register(ROOM, KEY);
      awaitListener(socket);

      gateway
          .vertx()
          .eventBus()
          .publish(Addresses.REVOKED_KEYS, Wire.write(new RevokedKey("key:another")));
      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(socket.next().getString("type")).isEqualTo("rec");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waggle.sessions",
        "waggle.events",
        "whatsapp.qr",
        "whatsapp.message_create",
        "waggle.session.sales",
        "waggle.node.node-1",
        "waggle.session.sales.events.more",
        "waggle.session.*.events",
        "waggle.session.a b.room",
        "waggle.session..room",
        "__vertx.internal",
        ""
      })
  void shouldLetNobodyListenToAnythingButFeeds(String address) {
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.register(address, KEY);

      JsonObject refusal = socket.next();
      assertThat(refusal.getString("code")).isEqualTo("forbidden");
      assertThat(refusal.getInteger("failureCode")).isEqualTo(4004);
      assertThat(refusal.getString("address")).isEqualTo(address);
      assertThat(socket.next().getString("body")).isEqualTo("rejected");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "send, waggle.sessions",
    "publish, waggle.sessions",
    "send, waggle.session.sales",
    "publish, waggle.session.sales.events",
    "publish, waggle.session.sales.room"
  })
  void shouldLetNothingOntoTheBus(String type, String address) {
    List<Object> arrived = new CopyOnWriteArrayList<>();
    gateway.vertx().eventBus().consumer(address, message -> arrived.add(message.body()));
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.send(envelope(type, address, KEY).put("body", new JsonObject().put("action", "list")));

      assertThat(socket.next().getString("code")).isEqualTo("forbidden");
      assertThat(socket.next().getString("body")).isEqualTo("rejected");
      assertThat(arrived).isEmpty();
    }
  }

  @Test
  void shouldHandTheRefusalOfASendToWhoeverWaitsForItsReply() {
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.send(envelope("send", "waggle.sessions", KEY).put("replyAddress", "reply-1"));

      assertThat(socket.next().getString("address")).isEqualTo("reply-1");
    }
  }

  @Test
  void shouldAskThePolicyWhetherAKeyMayListen() {
    AccessPolicy nothing = (who, action, session) -> false;
    try (RunningGateway forbidding =
            RunningGateway.start(new GatewayVerticle(RunningGateway.SETTINGS, nothing));
        RawSocket socket = RawSocket.open(forbidding)) {
      socket.register(ROOM, KEY);

      JsonObject refusal = socket.next();
      assertThat(refusal.getString("code")).isEqualTo("forbidden");
      assertThat(refusal.getString("message")).contains("session sales");
    }
  }

  @Test
  void shouldLimitHowManyAddressesOneSocketListensTo() {
    try (RawSocket socket = RawSocket.open(gateway)) {
      for (String session : List.of("a", "b", "c", "d")) {
        socket.register("waggle.session." + session + ".room", KEY);
      }

      assertThat(socket.next().getString("body")).isEqualTo("max_handlers_reached");
    }
  }

  @Test
  void shouldRefusePagesOfOtherOrigins() {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("X-Api-Key", KEY)
            .add("Origin", "https://evil.example.com");

    assertThatThrownBy(() -> Await.result(RawSocket.connect(gateway, "", headers)))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(403));
  }

  @Test
  void shouldTakePagesOfNamedOrigins() {
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap().add("X-Api-Key", KEY).add("Origin", NAMED_ORIGIN);

    try (RawSocket socket = RawSocket.open(gateway, "", headers)) {
      socket.register("waggle.sessions", null);

      assertThat(socket.next().getString("code")).isEqualTo("forbidden");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/eventbus/1/abc/htmlfile?c=x", "/eventbus/1/abc/jsonp?c=x"})
  void shouldNotOfferTransportsThatRunScripts(String path) {
    assertThat(gateway.send(gateway.anonymous("GET", path)).statusCode()).isEqualTo(404);
  }

  /**
   * Waits until the registrations so far are in place: the bridge is silent about them, but it
   * takes frames in order and answers one that it cannot understand.
   */
  private static void awaitListener(RawSocket socket) {
    socket.send(new JsonObject().put("type", "unheard-of").put("address", "x"));
    assertThat(socket.next().getString("body")).isEqualTo("invalid_type");
  }
}
