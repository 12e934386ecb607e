package dev.waggle.gateway.ws;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.RunningGateway.NAMED_ORIGIN;
import static dev.waggle.gateway.support.Samples.MAIN;
import static dev.waggle.gateway.support.Samples.genuineQr;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.scanning;
import static dev.waggle.gateway.support.Samples.session;
import static dev.waggle.gateway.ws.ViewerSocket.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.KeyAction;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusKeys;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.MultiMap;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in at the WebSocket of WhatsApp Web QR Implementation. */
class ViewerKeysTest {

  private static final int NO_KEY = 4401;
  private static final int NOT_FOR_THIS_KEY = 4403;
  private static final int TRY_AGAIN_LATER = 1013;

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
  void join() {
    node =
        new BusNode(gateway.vertx(), MAIN)
            .on(Observe.class, command -> live(MAIN, SessionStatus.STARTING));
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @ParameterizedTest
  @CsvSource({"X-Api-Key, ''", "Authorization, 'Bearer '"})
  void shouldTakeTheKeyFromTheHandshakesHeaders(String name, String prefix) {
    try (ViewerSocket socket =
        Await.result(ViewerSocket.connect(gateway, "", header(name, prefix + KEY)))) {
      assertThat(socket.next().getString("type")).isEqualTo("status");
    }
  }

  @Test
  void shouldTakeTheKeyFromTheHandshakesQuery() {
    try (ViewerSocket socket =
        Await.result(
            ViewerSocket.connect(
                gateway, "?x-api-key=" + KEY, MultiMap.caseInsensitiveMultiMap()))) {
      assertThat(socket.next().getString("type")).isEqualTo("status");
    }
  }

  @Test
  void shouldTakeTheKeyFromTheFirstMessage() {
    try (ViewerSocket socket = ViewerSocket.anonymous(gateway)) {
      socket.send(new JsonObject().put("type", "auth").put("key", KEY).encode());

      assertThat(socket.next().getString("type")).isEqualTo("status");
    }
  }

  @Test
  void shouldTakeAKeyThatHasToBeLookedUpAndWhatIsAskedForBehindIt() {
    BusKeys keys = new BusKeys(gateway.vertx());
    String key = keys.session(MAIN.value(), KeyAction.READ, KeyAction.CONTROL);
    node.on(Create.class, command -> session(MAIN, SessionStatus.STARTING));
    try (ViewerSocket socket = ViewerSocket.anonymous(gateway)) {
      socket.send(new JsonObject().put("type", "auth").put("key", key).encode());
      socket.say("init");

      assertThat(socket.next().getString("type")).isEqualTo("status");
      assertThat(socket.next().getString("type")).isEqualTo("status");
      assertThat(node.only(Create.class).session()).isEqualTo(MAIN);
    } finally {
      keys.leave();
    }
  }

  @Test
  void shouldCloseASocketWhoseKeyIsOfAnotherSession() {
    BusKeys keys = new BusKeys(gateway.vertx());
    String key = keys.session("other", KeyAction.READ, KeyAction.CONTROL);
    try (ViewerSocket socket =
        Await.result(ViewerSocket.connect(gateway, "", header("X-Api-Key", key)))) {
      assertThat(socket.next().getString("type")).isEqualTo("error");
      assertThat(socket.closeCode()).isEqualTo(NOT_FOR_THIS_KEY);
    } finally {
      keys.leave();
    }
  }

  @Test
  void shouldRefuseAHandshakeWithAWrongKey() {
    assertRejected(header("X-Api-Key", "wrong"), 401);
  }

  @Test
  void shouldCloseASocketThatShowsAWrongKey() {
    try (ViewerSocket socket = ViewerSocket.anonymous(gateway)) {
      socket.send(new JsonObject().put("type", "auth").put("key", "wrong").encode());

      assertThat(socket.next().getString("type")).isEqualTo("error");
      assertThat(socket.closeCode()).isEqualTo(NO_KEY);
    }
  }

  @Test
  void shouldCloseASocketThatShowsNoKeyInTime() {
    try (ViewerSocket socket = ViewerSocket.anonymous(gateway)) {
      assertThat(socket.next().getString("error")).contains("key");
      assertThat(socket.closeCode()).isEqualTo(NO_KEY);
    }
  }

  @Test
  void shouldTellNothingAndDoNothingBeforeAKeyIsShown() {
    try (ViewerSocket socket = ViewerSocket.anonymous(gateway)) {
      socket.say("init");
      assertThat(socket.next().getString("error")).contains("key");

      node.publish(MAIN, SessionEventType.QR, genuineQr(1));

      socket.say("ping");
      assertThat(socket.next().getString("type")).isEqualTo("pong");
      assertThat(node.commands()).isEmpty();
    }
  }

  @Test
  void shouldLetAKeyThatMayOnlyReadWatchAndNotStart() {
    ViewerStory.withPolicy(
        (who, action, session) -> action == Action.READ,
        (other, itsNode) -> {
          itsNode.on(Observe.class, command -> scanning(MAIN, genuineQr(1)));
          try (ViewerSocket socket = ViewerSocket.open(other)) {
            socket.next("qr");
            socket.say("init");

            assertThat(socket.next().getString("error")).contains("not start or stop");
            assertThat(itsNode.commands()).noneMatch(Create.class::isInstance);
          }
        });
  }

  @Test
  void shouldCloseASocketWhoseKeyMayNotRead() {
    ViewerStory.withPolicy(
        (who, action, session) -> false,
        (other, itsNode) -> {
          try (ViewerSocket socket = ViewerSocket.open(other)) {
            assertThat(socket.next().getString("type")).isEqualTo("error");
            assertThat(socket.closeCode()).isEqualTo(NOT_FOR_THIS_KEY);
          }
        });
  }

  @Test
  void shouldCloseASocketWhoseKeyIsRevoked() {
    BusKeys keys = new BusKeys(gateway.vertx());
    String key = keys.session(MAIN.value(), KeyAction.READ);
    try (ViewerSocket socket =
        Await.result(ViewerSocket.connect(gateway, "", header("X-Api-Key", key)))) {
      socket.next("status");

      keys.revoke(key);

      assertThat(socket.next("error").getString("error")).contains("revoked");
      assertThat(socket.closeCode()).isEqualTo(NO_KEY);
    } finally {
      keys.leave();
    }
  }

  @Test
  void shouldRefuseTheSocketsOfAKeyThatHasEnough() {
    GatewayVerticle narrow = new GatewayVerticle(RunningGateway.settings("sockets.max-per-key=1"));
    try (RunningGateway other = RunningGateway.start(narrow);
        ViewerSocket only = ViewerSocket.open(other);
        ViewerSocket another = ViewerSocket.anonymous(other)) {
      only.say("ping");
      only.next("pong");

      another.send(new JsonObject().put("type", "auth").put("key", KEY).encode());

      assertThat(another.closeCode()).isEqualTo(TRY_AGAIN_LATER);
    }
  }

  @Test
  void shouldRefusePagesOfOtherOrigins() {
    assertRejected(header("X-Api-Key", KEY).add("Origin", "https://evil.example.com"), 403);
  }

  @Test
  void shouldTakePagesOfNamedOrigins() {
    try (ViewerSocket socket =
        Await.result(
            ViewerSocket.connect(
                gateway, "", header("X-Api-Key", KEY).add("Origin", NAMED_ORIGIN)))) {
      assertThat(socket.next().getString("type")).isEqualTo("status");
    }
  }

  private static void assertRejected(MultiMap headers, int status) {
    assertThatThrownBy(() -> Await.result(ViewerSocket.connect(gateway, "", headers)))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            rejection -> assertThat(rejection.getStatus()).isEqualTo(status));
  }
}
