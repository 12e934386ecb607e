package dev.waggle.gateway.dialect;

import static dev.waggle.gateway.support.Samples.MAIN;
import static dev.waggle.gateway.support.Samples.genuineQr;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.scanning;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.Reset;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionCommand.Stop;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP calls of WhatsApp Web QR Implementation. */
class QrWebTest {

  private static final JsonObject HELLO =
      new JsonObject().put("phone", "+5511999999999").put("message", "Hello");

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
    node = new BusNode(gateway.vertx(), MAIN);
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldSayInHealthThatItIsOkAndAuthenticated() {
    node.on(Observe.class, command -> live(MAIN, SessionStatus.WORKING));

    JsonObject health = gateway.send(gateway.anonymous("GET", "/health")).bodyAsJsonObject();

    assertThat(health.getBoolean("ok")).isTrue();
    assertThat(health.getBoolean("authenticated")).isTrue();
  }

  @Test
  void shouldSayInHealthThatItIsNotAuthenticated() {
    node.on(Observe.class, command -> scanning(MAIN, genuineQr(1)));

    JsonObject health = gateway.send(gateway.anonymous("GET", "/health")).bodyAsJsonObject();

    assertThat(health.getBoolean("ok")).isTrue();
    assertThat(health.getBoolean("authenticated")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "STARTING, false, true",
    "SCAN_QR_CODE, false, true",
    "AUTHENTICATED, false, true",
    "WORKING, true, false",
    "RECONNECTING, false, true"
  })
  void shouldTellTheStatus(SessionStatus status, boolean authenticated, boolean connecting) {
    node.on(Observe.class, command -> live(MAIN, status));

    assertThat(gateway.send("GET", "/api/status").bodyAsJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("authenticated", authenticated)
                .put("connecting", connecting)
                .put("hasQR", false)
                .put("connectedClients", 0));
  }

  @Test
  void shouldTellThatAQrIsOnShow() {
    node.on(Observe.class, command -> scanning(MAIN, genuineQr(1)));

    assertThat(gateway.send("GET", "/api/status").bodyAsJsonObject().getBoolean("hasQR")).isTrue();
  }

  @Test
  void shouldTellTheStatusOfWhatNeverWas() {
    node.refuse(Observe.class, ErrorCode.SESSION_NOT_FOUND, "There is none.");

    JsonObject status = gateway.send("GET", "/api/status").bodyAsJsonObject();

    assertThat(status.getBoolean("authenticated")).isFalse();
    assertThat(status.getBoolean("connecting")).isFalse();
  }

  @Test
  void shouldCreateTheSessionWithFiveQrsAndAFreshStartAfterEightSeconds() {
    node.on(Create.class, command -> session(MAIN, SessionStatus.STARTING));

    assertDone(gateway.send("POST", "/api/init"));

    assertThat(node.only(Create.class))
        .isEqualTo(new Create(MAIN, true, new SessionConfig(5, 8, Map.of())));
  }

  @Test
  void shouldStartTheSessionThatIsThere() {
    node.refuse(Create.class, ErrorCode.SESSION_EXISTS, "It is there.")
        .on(Start.class, command -> session(MAIN, SessionStatus.STARTING));

    assertDone(gateway.send("POST", "/api/init"));

    assertThat(node.only(Start.class).session()).isEqualTo(MAIN);
  }

  @Test
  void shouldSayInTheEnvelopeThatNoSessionNodeIsThere() {
    node.leave();

    assertFailure(gateway.send("POST", "/api/init"), 503, "no-session-node");
  }

  @Test
  void shouldDisconnect() {
    node.on(Stop.class, command -> session(MAIN, SessionStatus.STOPPED));

    assertDone(gateway.send("POST", "/api/disconnect"));

    assertThat(node.only(Stop.class).session()).isEqualTo(MAIN);
  }

  @Test
  void shouldSend() {
    node.on(
        SendText.class, command -> new MessageSent("true_1@c.us_A", "1@c.us", 1, Instant.now()));

    assertDone(gateway.send("POST", "/api/send", HELLO));

    assertThat(node.only(SendText.class))
        .isEqualTo(new SendText(MAIN, "5511999999999", "Hello", null));
  }

  @Test
  void shouldRefuseToSendBeforeItIsAuthenticated() {
    node.refuse(SendText.class, ErrorCode.WRONG_STATE, "The session is SCAN_QR_CODE.");

    assertFailure(gateway.send("POST", "/api/send", HELLO), 409, "wrong-state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "nobody", "120363000000000000@g.us"})
  void shouldRefuseToSendToWhatIsNoNumber(String phone) {
    assertFailure(
        gateway.send("POST", "/api/send", HELLO.copy().put("phone", phone)),
        400,
        "invalid-chat-id");
  }

  @Test
  void shouldResetTheSession() {
    node.on(Reset.class, command -> session(MAIN, SessionStatus.STARTING));

    assertDone(gateway.send("POST", "/api/admin/whatsapp/reset-session"));

    assertThat(node.only(Reset.class).session()).isEqualTo(MAIN);
  }

  @Test
  void shouldStartWhatNeverWasOnReset() {
    node.refuse(Reset.class, ErrorCode.SESSION_NOT_FOUND, "There is none.")
        .on(Create.class, command -> session(MAIN, SessionStatus.STARTING));

    assertDone(gateway.send("POST", "/api/admin/whatsapp/reset-session"));

    assertThat(node.only(Create.class).start()).isTrue();
  }

  @Test
  void shouldResetForAdministratorsOnly() {
    GatewayVerticle forOthers =
        new GatewayVerticle(
            RunningGateway.SETTINGS, (who, action, session) -> action != Action.ADMIN);
    try (RunningGateway other = RunningGateway.start(forOthers)) {
      assertFailure(other.send("POST", "/api/admin/whatsapp/reset-session"), 403, "forbidden");
    }
  }

  private static void assertDone(HttpResponse<Buffer> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject().getBoolean("success")).isTrue();
    assertThat(response.bodyAsJsonObject().getString("message")).isNotBlank();
  }

  private static void assertFailure(HttpResponse<Buffer> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo(code);
    assertThat(response.bodyAsJsonObject().getBoolean("success")).isFalse();
    assertThat(response.bodyAsJsonObject().getString("message")).isNotBlank();
  }
}
