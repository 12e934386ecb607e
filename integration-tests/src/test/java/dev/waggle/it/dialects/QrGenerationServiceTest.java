package dev.waggle.it.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.BusMember;
import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.AdminToken;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.DocumentScript;
import dev.waggle.it.support.OnSharedCluster;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The five steps of the QR Code Generation Service with an administrator's token, all eight calls,
 * and its events as another JVM hears them.
 */
@OnSharedCluster
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QrGenerationServiceTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final List<String> EVENTS =
      List.of(
          "qr",
          "ready",
          "authenticated",
          "disconnected",
          "message_sent",
          "message_create",
          "manual_disconnect",
          "manual_reconnect");

  @TempDir static Path folder;
  private static ClusterJvms cluster;
  private static DocumentScript script;
  private static Json second;
  private static BusMember member;
  private static Phone phone;
  private static Phone customer;
  private static final Map<String, List<JsonObject>> HEARD = new LinkedHashMap<>();

  @BeforeAll
  static void readTheDocument(ClusterJvms shared) throws Exception {
    cluster = shared;
    String token = AdminToken.sign("ADMIN");
    script =
        DocumentScript.read("admin-service.sh", folder, cluster.first().url(), "")
            .with("YOUR_ADMIN_TOKEN", token);
    second = new Json(cluster.second().url(), Map.of("Authorization", "Bearer " + token));
    phone = cluster.standIn().phone("Administered");
    customer = Phone.create(cluster.standIn().url(), "5511999999999", "Customer");
    member = BusMember.join(cluster.name(), cluster.port());
    for (String event : EVENTS) {
      HEARD.put(event, member.listen("whatsapp." + event));
    }
  }

  @AfterAll
  static void leaveNothing() {
    member.close();
    cluster.first().api().http().delete("/api/sessions/default");
  }

  @Test
  @Order(1)
  void shouldRefuseATokenWithoutTheAdminClaim() {
    Json user =
        new Json(
            cluster.first().url(), Map.of("Authorization", "Bearer " + AdminToken.sign("USER")));

    assertThat(user.get("/whatsapp/status").status()).isEqualTo(403);
  }

  @Test
  @Order(2)
  void shouldGenerateAQr() {
    JsonObject data = data("qr-code");

    assertThat(data.getString("qr")).startsWith("2@");
    Instant generated = Instant.parse(data.getString("generatedAt"));
    assertThat(Instant.parse(data.getString("expiresAt"))).isAfter(generated);
    assertThat(data.getInteger("expiryInSeconds")).isBetween(1, 60);
    assertThat(data.getString("message")).isNotEmpty();
  }

  @Test
  @Order(3)
  void shouldShowTheSameQrThroughTheOtherGateway() {
    JsonObject here = data("qr");

    JsonObject there = second.get("/whatsapp/qr").ok().json().getJsonObject("data");

    assertThat(here.getString("qr")).startsWith("2@");
    assertThat(there.fieldNames()).contains("qr", "generatedAt", "expiresAt", "message");
    assertThat(there.getString("generatedAt"))
        .isGreaterThanOrEqualTo(here.getString("generatedAt"));
  }

  @Test
  @Order(4)
  void shouldTellTheStatusWithEveryField() {
    JsonObject data = data("status");

    assertThat(data.getBoolean("ready")).isFalse();
    assertThat(data.getBoolean("initializing")).isFalse();
    assertThat(data.getBoolean("hasQRCode")).isTrue();
    assertThat(data.getInteger("reconnectAttempts")).isZero();
    assertThat(data.getString("message")).isNotEmpty();
  }

  @Test
  @Order(5)
  void shouldTellTheConnectionStatusFromTheCacheOnTheOtherGateway() {
    JsonObject data = second.get("/whatsapp/connection-status").ok().json().getJsonObject("data");

    assertThat(data.getString("status")).isEqualTo("QR_READY");
    assertThat(data.getBoolean("ready")).isFalse();
    assertThat(data.getBoolean("initializing")).isFalse();
    assertThat(data.getBoolean("hasQRCode")).isTrue();
    assertThat(Instant.parse(data.getString("qrCodeExpiry"))).isAfter(Instant.now());
    assertThat(Instant.parse(data.getString("lastUpdated"))).isBefore(Instant.now());
    assertThat(data.getInteger("reconnectAttempts")).isZero();
    assertThat(data.getString("message")).isNotEmpty();
  }

  @Test
  @Order(6)
  void shouldBeAuthenticatedOnceThePhoneHasScannedTheText() {
    phone.scan(data("qr").getString("qr")).ok();

    await().atMost(SOON).until(() -> data("is-authenticated").getBoolean("authenticated"));
    assertThat(data("is-authenticated").getString("message")).isNotEmpty();
    JsonObject status = data("connection-status");
    assertThat(status.getString("status")).isEqualTo("READY");
    assertThat(status.getBoolean("ready")).isTrue();
    assertThat(status.containsKey("qrCodeExpiry")).isTrue();
    assertThat(status.getValue("qrCodeExpiry")).isNull();
    assertThat(data("status").getBoolean("ready")).isTrue();
  }

  @Test
  @Order(7)
  void shouldRefuseANewQrOnceItIsAuthenticated() {
    JsonObject refusal = script.json("qr-code");

    assertThat(refusal.getBoolean("success")).isFalse();
    assertThat(refusal.getString("message")).isNotEmpty();
    assertThat(refusal.getInteger("status")).isEqualTo(409);
  }

  @Test
  @Order(7)
  void shouldShowNoQrOnceItIsAuthenticated() {
    JsonObject data = data("qr");

    for (String field : List.of("qr", "generatedAt", "expiresAt")) {
      assertThat(data.containsKey(field)).as(field).isTrue();
      assertThat(data.getValue(field)).as(field).isNull();
    }
    assertThat(data.getString("message")).isNotEmpty();
  }

  @Test
  @Order(7)
  void shouldRefuseToSendToWhatIsNoNumberOrNotOnWhatsApp() {
    assertRefused(send("12"), 400);
    assertRefused(send("5511900000001"), 422);
  }

  @Test
  @Order(8)
  void shouldSendTheTestMessage() {
    JsonObject answer = script.json("send");

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("message")).isNotEmpty();
    await().atMost(SOON).until(() -> customer.texts().contains("Hello from API!"));
  }

  @Test
  @Order(9)
  void shouldReconnectWithAFreshBrowserAndWithoutAScan() {
    customer.write(phone.number(), "Thanks");
    await().atMost(SOON).until(() -> !HEARD.get("message_create").isEmpty());

    assertThat(script.json("reconnect").getBoolean("success")).isTrue();

    await().atMost(SOON).until(() -> HEARD.get("ready").size() >= 2);
    assertThat(phone.devices()).hasSize(1);
    assertThat(data("status").getInteger("reconnectAttempts")).isZero();
  }

  @Test
  @Order(10)
  void shouldDisconnect() {
    assertThat(script.json("disconnect").getBoolean("success")).isTrue();

    await()
        .atMost(SOON)
        .until(() -> data("connection-status").getString("status").equals("DISCONNECTED"));
    assertThat(data("status").getBoolean("hasQRCode")).isFalse();
    assertRefused(send(customer.number()), 409);
  }

  @Test
  @Order(11)
  void shouldTellAnotherJvmOfEverythingThatHappened() {
    EVENTS.forEach(
        event ->
            await("whatsapp." + event)
                .atMost(SOON)
                .untilAsserted(
                    () ->
                        assertThat(HEARD.get(event))
                            .anyMatch(heard -> "default".equals(heard.getString("session")))));
  }

  private static Json.Answer send(String number) {
    return second.post("/whatsapp/send", JsonObject.of("phone", number, "message", "Hello"));
  }

  private static void assertRefused(Json.Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().getBoolean("success")).isFalse();
    assertThat(answer.json().getString("message")).isNotEmpty();
  }

  private static JsonObject data(String step) {
    JsonObject answer = script.json(step);
    assertThat(answer.getBoolean("success")).as(answer.encode()).isTrue();
    return answer.getJsonObject("data");
  }
}
