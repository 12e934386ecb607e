package dev.waggle.gateway.dialect;

import static dev.waggle.gateway.support.Samples.MAIN;
import static dev.waggle.gateway.support.Samples.genuineQr;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.scanning;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.RenewQr;
import dev.waggle.contract.SessionCommand.Restart;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionCommand.Stop;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.OwnersCache;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin document's eight calls, on a session node that says what the test wants. */
class AdminServiceTest {

  private static final JsonObject HELLO =
      new JsonObject().put("phone", "5511999999999").put("message", "Hello");

  private static RunningGateway gateway;
  private static OwnersCache cache;
  private BusNode node;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
    cache = new OwnersCache(gateway.vertx());
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
    cache.clear();
  }

  @Test
  void shouldTellTheStatusInAFewFields() {
    node.on(Observe.class, command -> scanning(MAIN, genuineQr(1)));

    JsonObject answer = gateway.send("GET", "/whatsapp/status").bodyAsJsonObject();

    assertThat(answer.getBoolean("success")).isTrue();
    JsonObject data = answer.getJsonObject("data");
    assertThat(data.getBoolean("ready")).isFalse();
    assertThat(data.getBoolean("initializing")).isFalse();
    assertThat(data.getBoolean("hasQRCode")).isTrue();
    assertThat(data.getInteger("reconnectAttempts")).isZero();
    assertThat(data.getString("message")).contains("QR code can be scanned");
    assertThat(data.fieldNames()).hasSize(5);
  }

  @Test
  void shouldCountTheBrowsersThatWereTried() {
    LiveSession third =
        new LiveSession(session(MAIN, SessionStatus.RECONNECTING), null, 3, 1, 7, false);
    node.on(Observe.class, command -> third);

    JsonObject data = data("/whatsapp/status");

    assertThat(data.getInteger("reconnectAttempts")).isEqualTo(3);
    assertThat(data.getBoolean("initializing")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "STARTING, CONNECTING",
    "SCAN_QR_CODE, QR_READY",
    "AUTHENTICATED, AUTHENTICATED",
    "WORKING, READY",
    "RECONNECTING, CONNECTING"
  })
  void shouldNameTheStatusOfASessionThatRuns(SessionStatus status, String name) {
    node.on(Observe.class, command -> live(MAIN, status));

    JsonObject data = data("/whatsapp/connection-status");

    assertThat(data.getString("status")).isEqualTo(name);
    assertThat(data.getBoolean("ready")).isEqualTo(status == SessionStatus.WORKING);
  }

  @ParameterizedTest
  @CsvSource({
    "STOPPED, STOPPED_ON_REQUEST, DISCONNECTED",
    "LOGGED_OUT, LOGGED_OUT_ON_PHONE, DISCONNECTED",
    "FAILED, QR_EXHAUSTED, AUTH_FAILURE",
    "FAILED, BROWSER_FAILED, DISCONNECTED",
    "PASSKEY_REQUIRED, REFUSED_BY_WHATSAPP, AUTH_FAILURE",
    "CONFLICT, OPENED_ELSEWHERE, DISCONNECTED",
    "TERMS_BLOCKED, REFUSED_BY_WHATSAPP, DISCONNECTED",
    "PROXY_BLOCKED, REFUSED_BY_WHATSAPP, DISCONNECTED",
    "DEPRECATED_VERSION, REFUSED_BY_WHATSAPP, DISCONNECTED"
  })
  void shouldNameTheStatusOfASessionThatDoesNotRun(
      SessionStatus status, StatusCause cause, String name) {
    node.refuse(Observe.class, ErrorCode.WRONG_STATE, "Not running.")
        .on(Get.class, command -> ended(status, cause));

    JsonObject data = data("/whatsapp/connection-status");

    assertThat(data.getString("status")).isEqualTo(name);
    assertThat(data.getBoolean("ready")).isFalse();
    assertThat(data.getString("message")).contains("As asked.");
  }

  @Test
  void shouldTellWhenTheQrExpiresAndWhenTheStatusChanged() {
    QrCode shown = genuineQr(1);
    node.on(Observe.class, command -> scanning(MAIN, shown));

    JsonObject data = data("/whatsapp/connection-status");

    assertThat(data.getString("qrCodeExpiry")).isEqualTo(shown.expiresAt().toString());
    assertThat(data.getString("lastUpdated")).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(data.getBoolean("hasQRCode")).isTrue();
    assertThat(data.fieldNames()).hasSize(8);
  }

  @Test
  void shouldTellNoExpiryWithoutAQr() {
    node.on(Observe.class, command -> live(MAIN, SessionStatus.WORKING));

    JsonObject data = data("/whatsapp/connection-status");

    assertThat(data.containsKey("qrCodeExpiry")).isTrue();
    assertThat(data.getValue("qrCodeExpiry")).isNull();
  }

  @Test
  void shouldCallASessionThatNeverWasDisconnected() {
    node.refuse(Observe.class, ErrorCode.SESSION_NOT_FOUND, "There is none.");

    JsonObject data = data("/whatsapp/connection-status");

    assertThat(data.getString("status")).isEqualTo("DISCONNECTED");
    assertThat(data.getValue("lastUpdated")).isNull();
  }

  @Test
  void shouldAnswerFromTheCacheWithoutAskingTheOwner() {
    QrCode shown = genuineQr(2);
    cache.put(MAIN, SessionStatus.SCAN_QR_CODE, 4);
    cache.put(MAIN, shown);

    JsonObject data = data("/whatsapp/connection-status");

    assertThat(data.getString("status")).isEqualTo("QR_READY");
    assertThat(data.getInteger("reconnectAttempts")).isEqualTo(4);
    assertThat(data.getString("qrCodeExpiry")).isEqualTo(shown.expiresAt().toString());
    assertThat(node.commands()).isEmpty();
  }

  @Test
  void shouldAskTheOwnerWhenTheCacheIsOfNoUse() {
    cache.spoil(MAIN);
    node.on(Observe.class, command -> live(MAIN, SessionStatus.STARTING));

    assertThat(data("/whatsapp/connection-status").getString("status")).isEqualTo("CONNECTING");
    assertThat(node.only(Observe.class).session()).isEqualTo(MAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WORKING", "AUTHENTICATED"})
  void shouldNotBelieveTheCacheThatItIsLinked(SessionStatus cached) {
    cache.put(MAIN, cached, 0);
    node.refuse(Observe.class, ErrorCode.OWNER_UNAVAILABLE, "The owner is gone.");

    JsonObject data = data("/whatsapp/connection-status");

    assertThat(data.getString("status")).isEqualTo("CONNECTING");
    assertThat(data.getBoolean("ready")).isFalse();
  }

  @Test
  void shouldSayThatItIsAuthenticated() {
    node.on(Observe.class, command -> live(MAIN, SessionStatus.WORKING));

    JsonObject data = data("/whatsapp/is-authenticated");

    assertThat(data.getBoolean("authenticated")).isTrue();
    assertThat(data.getString("message")).contains("messages can be sent");
  }

  @Test
  void shouldSayThatItIsNotAuthenticated() {
    node.on(Observe.class, command -> live(MAIN, SessionStatus.STARTING));

    assertThat(data("/whatsapp/is-authenticated").getBoolean("authenticated")).isFalse();
  }

  @Test
  void shouldGiveTheQrOnShow() {
    QrCode shown = genuineQr(1);
    node.on(Observe.class, command -> scanning(MAIN, shown));

    JsonObject data = data("/whatsapp/qr");

    assertThat(data.getString("qr")).isEqualTo(shown.urlCode());
    assertThat(data.getString("generatedAt")).isEqualTo(shown.generatedAt().toString());
    assertThat(data.getString("expiresAt")).isEqualTo(shown.expiresAt().toString());
    assertThat(data.getString("message")).contains("Scan");
  }

  @Test
  void shouldGiveTheQrOfTheCache() {
    QrCode shown = genuineQr(1);
    cache.put(MAIN, SessionStatus.SCAN_QR_CODE, 0);
    cache.put(MAIN, shown);

    assertThat(data("/whatsapp/qr").getString("qr")).isEqualTo(shown.urlCode());
    assertThat(node.commands()).isEmpty();
  }

  @Test
  void shouldGiveNoQrWhenItIsAuthenticated() {
    cache.put(MAIN, genuineQr(1));
    node.on(Observe.class, command -> live(MAIN, SessionStatus.WORKING));

    JsonObject data = data("/whatsapp/qr");

    assertThat(data.getValue("qr")).isNull();
    assertThat(data.getValue("expiresAt")).isNull();
    assertThat(data.getString("message")).contains("connected");
  }

  @Test
  void shouldGiveNoQrThatHasExpired() {
    QrCode expired = qr("2@a,b,c,d", 1, Instant.now().minusSeconds(1));
    cache.put(MAIN, SessionStatus.SCAN_QR_CODE, 0);
    cache.put(MAIN, expired);
    node.on(Observe.class, command -> scanning(MAIN, expired));

    assertThat(data("/whatsapp/qr").getValue("qr")).isNull();
  }

  @Test
  void shouldGenerateANewQrOfASessionThatIsNotThereYet() {
    QrCode renewed = genuineQr(1);
    node.on(Create.class, command -> session(MAIN, SessionStatus.STARTING))
        .on(RenewQr.class, command -> renewed);

    JsonObject data = data("/whatsapp/admin/qr-code");

    assertThat(data.getString("qr")).isEqualTo(renewed.urlCode());
    assertThat(data.getInteger("expiryInSeconds")).isBetween(30, 60);
    assertThat(data.getString("generatedAt")).isEqualTo(renewed.generatedAt().toString());
    assertThat(data.getString("expiresAt")).isEqualTo(renewed.expiresAt().toString());
    assertThat(data.getString("message")).contains("seconds");
    assertThat(node.only(Create.class).start()).isTrue();
  }

  @Test
  void shouldGenerateNoQrWhenItIsAuthenticated() {
    node.refuse(Create.class, ErrorCode.SESSION_EXISTS, "It is there.")
        .on(Start.class, command -> session(MAIN, SessionStatus.WORKING))
        .refuse(RenewQr.class, ErrorCode.WRONG_STATE, "It is linked already.");

    HttpResponse<Buffer> response = gateway.send("GET", "/whatsapp/admin/qr-code");

    assertFailure(response, 409, "wrong-state");
    assertThat(response.bodyAsJsonObject().getString("message")).isEqualTo("It is linked already.");
  }

  @Test
  void shouldSendText() {
    node.on(
        SendText.class, command -> new MessageSent("true_1@c.us_A", "1@c.us", 1, Instant.now()));

    JsonObject answer = gateway.send("POST", "/whatsapp/send", HELLO).bodyAsJsonObject();

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("message")).isNotBlank();
    assertThat(node.only(SendText.class).chatId()).isEqualTo("5511999999999");
    assertThat(node.only(SendText.class).text()).isEqualTo("Hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "not-a-number", "120363000000000000@g.us"})
  void shouldRefuseToSendToWhatIsNoNumber(String phone) {
    HttpResponse<Buffer> response =
        gateway.send("POST", "/whatsapp/send", HELLO.copy().put("phone", phone));

    assertFailure(response, 400, "invalid-chat-id");
    assertThat(node.commands()).isEmpty();
  }

  @Test
  void shouldRefuseToSendNothing() {
    assertFailure(
        gateway.send("POST", "/whatsapp/send", HELLO.copy().put("message", "")),
        400,
        "invalid-request");
  }

  @Test
  void shouldSayThatANumberIsNotOnWhatsApp() {
    node.refuse(SendText.class, ErrorCode.NOT_ON_WHATSAPP, "It is not on WhatsApp.");

    assertFailure(gateway.send("POST", "/whatsapp/send", HELLO), 422, "not-on-whatsapp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WRONG_STATE", "SESSION_NOT_FOUND"})
  void shouldSayThatNothingCanBeSentWhileDisconnected(ErrorCode code) {
    node.refuse(SendText.class, code, "Start it first.");

    assertFailure(gateway.send("POST", "/whatsapp/send", HELLO), 409, "wrong-state");
  }

  @Test
  void shouldCountWhatItSendsAgainstTheSession() {
    GatewayVerticle strict =
        new GatewayVerticle(RunningGateway.settings("limits.sends-per-minute=1"));
    try (RunningGateway other = RunningGateway.start(strict)) {
      new BusNode(other.vertx(), MAIN)
          .on(
              SendText.class,
              command -> new MessageSent("true_1@c.us_A", "1@c.us", 1, Instant.now()));
      assertThat(other.send("POST", "/whatsapp/send", HELLO).statusCode()).isEqualTo(200);

      HttpResponse<Buffer> second = other.send("POST", "/whatsapp/send", HELLO);

      assertFailure(second, 429, "too-many-requests");
      assertThat(second.getHeader("Retry-After")).isNotNull();
    }
  }

  @Test
  void shouldDisconnect() {
    node.on(Stop.class, command -> session(MAIN, SessionStatus.STOPPED));

    JsonObject answer = gateway.send("POST", "/whatsapp/disconnect").bodyAsJsonObject();

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("message")).contains("disconnected");
    assertThat(node.only(Stop.class).session()).isEqualTo(MAIN);
  }

  @Test
  void shouldDisconnectWhatNeverWas() {
    node.refuse(Stop.class, ErrorCode.SESSION_NOT_FOUND, "There is none.");

    assertThat(gateway.send("POST", "/whatsapp/disconnect").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldReconnectWithAFreshBrowser() {
    node.on(Restart.class, command -> session(MAIN, SessionStatus.STARTING));

    JsonObject answer = gateway.send("POST", "/whatsapp/reconnect").bodyAsJsonObject();

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("message")).contains("status");
    assertThat(node.only(Restart.class).session()).isEqualTo(MAIN);
  }

  @Test
  void shouldStartWhatNeverWasOnReconnect() {
    node.refuse(Restart.class, ErrorCode.SESSION_NOT_FOUND, "There is none.")
        .on(Create.class, command -> session(MAIN, SessionStatus.STARTING));

    assertThat(gateway.send("POST", "/whatsapp/reconnect").statusCode()).isEqualTo(200);
    assertThat(node.only(Create.class).start()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, status",
    "GET, connection-status",
    "GET, is-authenticated",
    "GET, qr",
    "GET, admin/qr-code",
    "POST, send",
    "POST, disconnect",
    "POST, reconnect"
  })
  void shouldAskForAKeyInTheEnvelope(String method, String call) {
    HttpResponse<Buffer> response =
        Await.result(gateway.anonymous(method, "/whatsapp/" + call).sendJsonObject(HELLO));

    assertFailure(response, 401, "unauthorized");
    assertThat(node.commands()).isEmpty();
  }

  @Test
  void shouldBeForAdministratorsOnly() {
    GatewayVerticle forOthers =
        new GatewayVerticle(
            RunningGateway.SETTINGS, (who, action, session) -> action != Action.ADMIN);
    try (RunningGateway other = RunningGateway.start(forOthers)) {
      for (String call : List.of("status", "connection-status", "is-authenticated", "qr")) {
        assertFailure(other.send("GET", "/whatsapp/" + call), 403, "forbidden");
      }
      assertFailure(other.send("GET", "/whatsapp/admin/qr-code"), 403, "forbidden");
      assertFailure(other.send("POST", "/whatsapp/send", HELLO), 403, "forbidden");
      assertFailure(other.send("POST", "/whatsapp/disconnect"), 403, "forbidden");
      assertFailure(other.send("POST", "/whatsapp/reconnect"), 403, "forbidden");
    }
  }

  private static JsonObject data(String path) {
    HttpResponse<Buffer> response = gateway.send("GET", path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject().getBoolean("success")).isTrue();
    return response.bodyAsJsonObject().getJsonObject("data");
  }

  private static SessionInfo ended(SessionStatus status, StatusCause cause) {
    SessionInfo plain = session(MAIN, status);
    return new SessionInfo(
        plain.name(),
        plain.status(),
        plain.wanted(),
        plain.reason(),
        cause,
        null,
        1,
        null,
        plain.config(),
        plain.createdAt(),
        plain.statusSince());
  }

  private static void assertFailure(HttpResponse<Buffer> response, int status, String code) {
    JsonObject problem = response.bodyAsJsonObject();
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(problem.getString("code")).isEqualTo(code);
    assertThat(problem.getBoolean("success")).isFalse();
    assertThat(problem.getString("message")).isEqualTo(problem.getString("detail"));
  }
}
