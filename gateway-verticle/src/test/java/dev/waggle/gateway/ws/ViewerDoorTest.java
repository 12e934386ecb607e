package dev.waggle.gateway.ws;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.RunningGateway.NAMED_ORIGIN;
import static dev.waggle.gateway.support.Samples.MAIN;
import static dev.waggle.gateway.support.Samples.PNG_BASE64;
import static dev.waggle.gateway.support.Samples.genuineQr;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.scanning;
import static dev.waggle.gateway.support.Samples.session;
import static dev.waggle.gateway.ws.ViewerSocket.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.KeyAction;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.Stop;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusKeys;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The WebSocket of WhatsApp Web QR Implementation, from the first frame to the last. */
class ViewerDoorTest {

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

  @Test
  void shouldTellTheStatusOnConnection() {
    try (ViewerSocket socket = ViewerSocket.open(gateway)) {
      assertThat(socket.next()).isEqualTo(status(false, true));
    }
  }

  @Test
  void shouldGiveTheQrOnShowToWhoeverComesLate() {
    node.on(Observe.class, command -> scanning(MAIN, genuineQr(3)));

    try (ViewerSocket socket = ViewerSocket.open(gateway)) {
      JsonObject qr = socket.next("qr");
      assertThat(qr.getString("data")).isEqualTo("data:image/png;base64," + PNG_BASE64);
      assertThat(qr.getInteger("expiresIn")).isBetween(50, 60);
      assertThat(qr.getInteger("attempt")).isEqualTo(3);
      assertThat(qr.getInteger("maxAttempts")).isEqualTo(5);
    }
  }

  @Test
  void shouldTellWhoeverComesLateThatItIsAuthenticated() {
    node.on(Observe.class, command -> live(MAIN, SessionStatus.WORKING));

    try (ViewerSocket socket = ViewerSocket.open(gateway)) {
      assertThat(socket.next()).isEqualTo(status(true, false));
      assertThat(socket.next()).isEqualTo(authenticated());
    }
  }

  @Test
  void shouldPassOnEachQr() {
    try (ViewerSocket one = greeted();
        ViewerSocket two = greeted()) {
      node.publish(MAIN, SessionEventType.QR, genuineQr(1));

      assertThat(one.next().getString("type")).isEqualTo("qr");
      assertThat(two.next().getString("type")).isEqualTo("qr");
    }
  }

  @Test
  void shouldListenOnceForAllSockets() {
    try (ViewerSocket one = greeted();
        ViewerSocket two = greeted()) {
      node.publish(MAIN, SessionEventType.QR, genuineQr(1));
      one.next("qr");
      two.next("qr");
      one.say("ping");
      two.say("ping");

      // A second consumer would have brought the QR twice.
      assertThat(one.next().getString("type")).isEqualTo("pong");
      assertThat(two.next().getString("type")).isEqualTo("pong");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2@short", "https://example.com/,a,b,c", "2@a b,c,d,e"})
  void shouldNeverPassOnWhatIsNoQrOfWhatsApp(String text) {
    try (ViewerSocket socket = greeted()) {
      node.publish(MAIN, SessionEventType.QR, qr(text, 1, Instant.now().plusSeconds(60)));

      assertThat(socket.next())
          .isEqualTo(new JsonObject().put("type", "error").put("error", "Invalid QR"));
    }
  }

  @Test
  void shouldTellThatItIsAuthenticated() {
    try (ViewerSocket socket = greeted()) {
      publish(SessionStatus.WORKING, SessionStatus.AUTHENTICATED, "Connected.");

      assertThat(socket.next()).isEqualTo(status(true, false));
      assertThat(socket.next()).isEqualTo(authenticated());
    }
  }

  @ParameterizedTest
  @CsvSource({"STARTING", "SCAN_QR_CODE", "AUTHENTICATED"})
  void shouldTellThatItIsConnecting(SessionStatus status) {
    try (ViewerSocket socket = greeted()) {
      publish(status, null, "On its way.");

      assertThat(socket.next()).isEqualTo(status(false, true));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOPPED",
        "LOGGED_OUT",
        "CONFLICT",
        "TERMS_BLOCKED",
        "PROXY_BLOCKED",
        "DEPRECATED_VERSION"
      })
  void shouldTellThatItIsDisconnectedAndWhy(SessionStatus status) {
    try (ViewerSocket socket = greeted()) {
      publish(status, SessionStatus.WORKING, "The phone said so.");

      assertThat(socket.next()).isEqualTo(status(false, false));
      assertThat(socket.next())
          .isEqualTo(
              new JsonObject().put("type", "disconnected").put("reason", "The phone said so."));
    }
  }

  @Test
  void shouldTellThatTheConnectionIsLost() {
    try (ViewerSocket socket = greeted()) {
      publish(SessionStatus.RECONNECTING, SessionStatus.WORKING, "The connection is lost.");

      assertThat(socket.next().getString("type")).isEqualTo("disconnected");
      assertThat(socket.next()).isEqualTo(status(false, true));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "PASSKEY_REQUIRED"})
  void shouldTellWhatWentWrong(SessionStatus status) {
    try (ViewerSocket socket = greeted()) {
      publish(status, SessionStatus.SCAN_QR_CODE, "Nobody scanned.");

      assertThat(socket.next("error").getString("error")).isEqualTo("Nobody scanned.");
    }
  }

  @Test
  void shouldStartTheSessionOnInit() {
    node.on(Create.class, command -> session(MAIN, SessionStatus.STARTING));
    try (ViewerSocket socket = greeted()) {
      socket.say("init");

      assertThat(socket.next()).isEqualTo(status(false, true));
      assertThat(node.only(Create.class).start()).isTrue();
    }
  }

  @Test
  void shouldTellWhyTheSessionCannotBeStarted() {
    node.refuse(Create.class, ErrorCode.DATABASE_UNAVAILABLE, "The database is away.");
    try (ViewerSocket socket = greeted()) {
      socket.say("init");

      assertThat(socket.next("error").getString("error")).isEqualTo("The database is away.");
    }
  }

  @Test
  void shouldStopTheSessionOnDisconnect() {
    node.on(Stop.class, command -> session(MAIN, SessionStatus.STOPPED));
    try (ViewerSocket socket = greeted()) {
      socket.say("disconnect");

      socket.next("status");
      assertThat(node.only(Stop.class).session()).isEqualTo(MAIN);
    }
  }

  @Test
  void shouldAnswerPingWithPong() {
    try (ViewerSocket socket = greeted()) {
      socket.say("ping");

      assertThat(socket.next()).isEqualTo(new JsonObject().put("type", "pong"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "null",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"send\"}",
        "{\"type\":\"auth\"}",
        "{\"type\":\"auth\",\"key\":{}}"
      })
  void shouldSayWhatItUnderstandsAndLetTheSocketStay(String text) {
    try (ViewerSocket socket = greeted()) {
      socket.send(text);

      assertThat(socket.next("error").getString("error")).contains("init, ping, disconnect");
      socket.say("ping");
      assertThat(socket.next().getString("type")).isEqualTo("pong");
    }
  }

  @Test
  void shouldTakeNoMessageThatIsTooLong() {
    try (ViewerSocket socket = greeted()) {
      socket.send(new JsonObject().put("type", "ping").put("x", "y".repeat(10_000)).encode());

      assertThat(socket.next().getString("type")).isEqualTo("error");
    }
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
    withPolicy(
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
    withPolicy(
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

  @Test
  void shouldSayThatItIsForWebSockets() {
    HttpResponse<Buffer> response = gateway.send("GET", "/ws");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("WebSocket");
  }

  @Test
  void shouldCountTheSocketsThatAreOpen() {
    ViewerSocket one = greeted();
    ViewerSocket two = greeted();
    awaitClients(2);

    one.close();
    two.close();

    awaitClients(0);
  }

  @Test
  void shouldIgnoreAnOwnerThatHasBeenSucceeded() {
    withPolicy(
        AccessPolicy.BY_SCOPE,
        (other, itsNode) -> {
          itsNode.on(Observe.class, command -> live(MAIN, SessionStatus.STARTING));
          try (ViewerSocket socket = ViewerSocket.open(other)) {
            socket.next("status");
            itsNode.publish(qrEvent(2));
            itsNode.publish(qrEvent(1));
            socket.next("qr");
            socket.say("ping");

            assertThat(socket.next().getString("type")).isEqualTo("pong");
          }
        });
  }

  /** What a test does with a gateway and its session node. */
  private interface Story {
    void tell(RunningGateway gateway, BusNode node);
  }

  private static void withPolicy(AccessPolicy policy, Story story) {
    try (RunningGateway other =
        RunningGateway.start(new GatewayVerticle(RunningGateway.SETTINGS, policy))) {
      story.tell(other, new BusNode(other.vertx(), MAIN));
    }
  }

  /** A socket that has been told the status, so that it misses no event. */
  private static ViewerSocket greeted() {
    ViewerSocket socket = ViewerSocket.open(gateway);
    socket.next("status");
    return socket;
  }

  private void publish(SessionStatus status, SessionStatus previous, String reason) {
    node.publish(
        MAIN, SessionEventType.STATUS, new StatusChanged(status, previous, reason, null, null));
  }

  private static SessionEvent qrEvent(long generation) {
    return new SessionEvent(
        "01JD",
        1,
        SessionEventType.QR,
        MAIN,
        "node-1",
        generation,
        Instant.now(),
        Wire.write(genuineQr(1)));
  }

  private static void assertRejected(MultiMap headers, int status) {
    assertThatThrownBy(() -> Await.result(ViewerSocket.connect(gateway, "", headers)))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            rejection -> assertThat(rejection.getStatus()).isEqualTo(status));
  }

  private static void awaitClients(int count) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        gateway
                            .send("GET", "/api/status")
                            .bodyAsJsonObject()
                            .getInteger("connectedClients"))
                    .isEqualTo(count));
  }

  private static JsonObject status(boolean authenticated, boolean connecting) {
    return new JsonObject()
        .put("type", "status")
        .put("authenticated", authenticated)
        .put("connecting", connecting);
  }

  private static JsonObject authenticated() {
    return new JsonObject().put("type", "authenticated").put("status", "connected");
  }
}
