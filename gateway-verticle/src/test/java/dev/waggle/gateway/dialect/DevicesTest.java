package dev.waggle.gateway.dialect;

import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Delete;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusNode;
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

class DevicesTest {

  private static final String DEVICE = "/api/devices/sales";
  private static final SessionName SUPPORT = new SessionName("support");
  private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");

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
    node = new BusNode(gateway.vertx(), SALES);
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldCreateAndStartADevice() {
    node.on(Create.class, command -> session(command.session(), SessionStatus.STARTING));
    node.on(Observe.class, command -> live(SessionStatus.STARTING, null, false));

    HttpResponse<Buffer> response = gateway.send("POST", DEVICE + "/start");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject())
        .isEqualTo(new JsonObject().put("status", "starting").put("device", "sales"));
    assertThat(node.only(Create.class)).isEqualTo(new Create(SALES, true, SessionConfig.DEFAULT));
  }

  @Test
  void shouldStartADeviceThatIsThere() {
    node.refuse(Create.class, ErrorCode.SESSION_EXISTS, "There is one.");
    node.on(Start.class, command -> session(command.session(), SessionStatus.SCAN_QR_CODE));
    node.on(Observe.class, command -> live(SessionStatus.SCAN_QR_CODE, qr(), true));

    JsonObject answer = gateway.send("POST", DEVICE + "/start").bodyAsJsonObject();

    assertThat(answer.getString("status")).isEqualTo("starting");
    assertThat(node.only(Start.class).session()).isEqualTo(SALES);
  }

  @Test
  void shouldSayOnStartThatADeviceIsConnectedAlready() {
    node.refuse(Create.class, ErrorCode.SESSION_EXISTS, "There is one.");
    node.on(Start.class, command -> session(command.session(), SessionStatus.WORKING));
    node.on(Observe.class, command -> live(SessionStatus.WORKING, null, true));

    JsonObject answer = gateway.send("POST", DEVICE + "/start").bodyAsJsonObject();

    assertThat(answer.getString("status")).isEqualTo("connected");
  }

  @Test
  void shouldSayThatADeviceStartsWhenItWaitsForANodeWithRoom() {
    node.on(Create.class, command -> session(command.session(), SessionStatus.STOPPED));

    JsonObject answer = gateway.send("POST", DEVICE + "/start").bodyAsJsonObject();

    assertThat(answer.getString("status")).isEqualTo("starting");
  }

  @ParameterizedTest
  @CsvSource({
    "STARTING, false, starting",
    "STARTING, true, connecting",
    "SCAN_QR_CODE, true, connecting",
    "AUTHENTICATED, true, connecting",
    "WORKING, true, connected",
    "RECONNECTING, true, reconnecting",
    "STOPPED, false, disconnected",
    "FAILED, false, disconnected",
    "LOGGED_OUT, false, disconnected",
    "PASSKEY_REQUIRED, false, disconnected",
    "CONFLICT, false, disconnected",
    "TERMS_BLOCKED, false, disconnected",
    "PROXY_BLOCKED, false, disconnected",
    "DEPRECATED_VERSION, false, disconnected"
  })
  void shouldTellEachStatusInTheGuidesWords(SessionStatus status, boolean pageLoaded, String word) {
    node.on(Observe.class, command -> live(status, null, pageLoaded));

    JsonObject device = status();

    assertThat(device.getString("status")).isEqualTo(word);
    assertThat(device.fieldNames()).containsExactly("status", "qrCode", "lastUpdate");
    assertThat(device.getString("qrCode")).isNull();
  }

  @Test
  void shouldShowTheQrWhileAScanIsWaitedFor() {
    QrCode shown = qr();
    node.on(Observe.class, command -> live(SessionStatus.SCAN_QR_CODE, shown, true));

    JsonObject device = status();

    assertThat(device.getString("status")).isEqualTo("waiting_for_scan");
    assertThat(device.getString("qrCode"))
        .isEqualTo(shown.base64())
        .startsWith("data:image/png;base64,");
  }

  @Test
  void shouldTellWhenTheQrWasRenewed() {
    node.on(Observe.class, command -> live(SessionStatus.SCAN_QR_CODE, qr(), true));

    assertThat(status().getString("lastUpdate")).isEqualTo("2026-03-01T10:00:20.123Z");
  }

  @Test
  void shouldTellWhenTheStatusChangedToTheMillisecond() {
    node.on(Observe.class, command -> live(SessionStatus.WORKING, null, true));

    assertThat(status().getString("lastUpdate")).isEqualTo("2026-03-01T10:00:00.000Z");
  }

  @Test
  void shouldNotCallADeviceConnectedWhoseOwnerIsGone() {
    node.leave();
    node = new BusNode(gateway.vertx());
    node.on(Get.class, command -> session(SALES, SessionStatus.WORKING));

    assertThat(status().getString("status")).isEqualTo("reconnecting");
  }

  @Test
  void shouldTellWhatIsWrittenOfADeviceThatDoesNotRun() {
    node.leave();
    node = new BusNode(gateway.vertx());
    node.on(Get.class, command -> session(SALES, SessionStatus.LOGGED_OUT));

    assertThat(status().getString("status")).isEqualTo("disconnected");
  }

  @Test
  void shouldCallADeviceStartingThatWaitsForANodeWithRoom() {
    node.leave();
    node = new BusNode(gateway.vertx());
    node.on(Get.class, command -> wanted(session(SALES, SessionStatus.STOPPED)));

    assertThat(status().getString("status")).isEqualTo("starting");
  }

  @Test
  void shouldKnowNothingOfADeviceThatNobodyMade() {
    node.leave();
    node = new BusNode(gateway.vertx());
    node.refuse(Get.class, ErrorCode.SESSION_NOT_FOUND, "No session has this name.");

    HttpResponse<Buffer> response = gateway.send("GET", DEVICE + "/status");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("session-not-found");
  }

  @Test
  void shouldListEveryDeviceByItsId() {
    node.on(ListAll.class, command -> sessions(SessionStatus.SCAN_QR_CODE, SessionStatus.STOPPED));
    node.on(Observe.class, command -> live(SessionStatus.SCAN_QR_CODE, qr(), true));

    JsonObject all = gateway.send("GET", "/api/devices").bodyAsJsonObject();

    assertThat(all.fieldNames()).containsExactly("sales", "support");
    assertThat(all.getJsonObject("sales").getString("status")).isEqualTo("waiting_for_scan");
    assertThat(all.getJsonObject("support").getString("status")).isEqualTo("disconnected");
  }

  @Test
  void shouldListWhatOwnersInTroubleCannotVouchForAfterOneShortWait() {
    node.leave();
    node = new BusNode(gateway.vertx(), SALES, SUPPORT);
    node.on(ListAll.class, command -> sessions(SessionStatus.WORKING, SessionStatus.WORKING));
    node.ignore(Observe.class);
    Instant asked = Instant.now();

    JsonObject all = gateway.send("GET", "/api/devices").bodyAsJsonObject();

    assertThat(all.getJsonObject("sales").getString("status")).isEqualTo("reconnecting");
    assertThat(all.getJsonObject("support").getString("status")).isEqualTo("reconnecting");
    assertThat(Instant.now()).isBefore(asked.plusMillis(3500));
  }

  @Test
  void shouldRemoveADevice() {
    node.on(Delete.class, command -> null);

    HttpResponse<Buffer> response = gateway.send("DELETE", DEVICE);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("status", "removed")
                .put("device", "sales")
                .put("message", "Device sales is removed, and its profile is erased."));
    assertThat(node.only(Delete.class).session()).isEqualTo(SALES);
  }

  @Test
  void shouldSendTextToANumberOfTheGuidesForm() {
    node.on(
        SendText.class,
        command -> new MessageSent("true_1234567890@c.us_A", "1234567890@c.us", 1, SINCE));

    HttpResponse<Buffer> response = send("1234567890@s.whatsapp.net", "Hello");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("success", true)
                .put("status", "sent")
                .put("device", "sales")
                .put("messageId", "true_1234567890@c.us_A")
                .put("to", "1234567890@c.us")
                .put("timestamp", SINCE));
    assertThat(node.only(SendText.class))
        .isEqualTo(new SendText(SALES, "1234567890@c.us", "Hello", null));
  }

  @Test
  void shouldSayInAnEnvelopeThatADeviceCannotSend() {
    node.refuse(SendText.class, ErrorCode.WRONG_STATE, "The session is SCAN_QR_CODE.");

    HttpResponse<Buffer> response = send("1234567890", "Hello");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.bodyAsJsonObject().getBoolean("success")).isFalse();
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("wrong-state");
  }

  @ParameterizedTest
  @CsvSource({"nobody, Hello", "1234567890, ''"})
  void shouldRefuseAMessageThatCannotBeSent(String to, String message) {
    assertThat(send(to, message).statusCode()).isEqualTo(400);
    assertThat(node.commands()).isEmpty();
  }

  private static JsonObject status() {
    HttpResponse<Buffer> response = gateway.send("GET", DEVICE + "/status");
    assertThat(response.statusCode()).isEqualTo(200);
    return response.bodyAsJsonObject();
  }

  private static HttpResponse<Buffer> send(String to, String message) {
    return gateway.send(
        "POST", DEVICE + "/send", new JsonObject().put("to", to).put("message", message));
  }

  private static LiveSession live(SessionStatus status, QrCode qr, boolean pageLoaded) {
    return new LiveSession(session(SALES, status), qr, 0, 1, 3, pageLoaded);
  }

  private static QrCode qr() {
    Instant generated = SINCE.plusMillis(20_123);
    return new QrCode(
        "2@text", "data:image/png;base64,AAAA", "█", 2, 5, generated, generated.plusSeconds(20));
  }

  private static SessionInfo wanted(SessionInfo info) {
    return new SessionInfo(
        info.name(),
        info.status(),
        Wanted.RUNNING,
        info.reason(),
        info.cause(),
        info.node(),
        info.generation(),
        info.me(),
        info.config(),
        info.createdAt(),
        info.statusSince());
  }

  private static SessionList sessions(SessionStatus sales, SessionStatus support) {
    return new SessionList(List.of(session(SALES, sales), session(SUPPORT, support)));
  }
}
