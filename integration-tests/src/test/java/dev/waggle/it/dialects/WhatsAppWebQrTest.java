package dev.waggle.it.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.DocumentScript;
import dev.waggle.it.support.OnSharedCluster;
import dev.waggle.it.support.TextSocket;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The WhatsApp Web QR Implementation on the default session: its shell lines through one gateway,
 * its WebSocket on the other.
 */
@OnSharedCluster
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhatsAppWebQrTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String DATA_URL = "data:image/png;base64,";

  @TempDir static Path folder;
  private static ClusterJvms cluster;
  private static DocumentScript script;
  private static Phone phone;
  private static TextSocket socket;

  @BeforeAll
  static void readTheDocument(ClusterJvms shared) {
    cluster = shared;
    script =
        DocumentScript.read(
            "whatsapp-web-qr.sh", folder, cluster.first().url(), "X-Api-Key: " + WaggleJvm.KEY);
    phone = cluster.standIn().phone("Owner");
  }

  @AfterAll
  static void leaveNothing() {
    socket.close();
    cluster.first().api().http().delete("/api/sessions/default");
  }

  @Test
  @Order(1)
  void shouldBeHealthyAndNotAuthenticated() {
    JsonObject health = script.json("health");

    assertThat(health.getBoolean("ok")).isTrue();
    assertThat(health.getBoolean("authenticated")).isFalse();
    Json anybody = new Json(cluster.second().url(), Map.of());
    assertThat(anybody.get("/health").ok().json().getBoolean("ok")).isTrue();
  }

  @Test
  @Order(2)
  void shouldTellTheStatusBeforeAnybodyHasConnected() {
    JsonObject nobody =
        new JsonObject()
            .put("authenticated", false)
            .put("connecting", false)
            .put("hasQR", false)
            .put("connectedClients", 0);

    // Another class's sockets may have gone only now.
    await().atMost(SOON).untilAsserted(() -> assertThat(script.json("status")).isEqualTo(nobody));
  }

  @Test
  @Order(3)
  void shouldRefuseToSendBeforeItIsAuthenticated() {
    JsonObject refusal = script.json("send");

    assertThat(refusal.getBoolean("success")).isFalse();
    assertThat(refusal.getString("message")).isNotEmpty();
    assertThat(refusal.getInteger("status")).isEqualTo(409);
  }

  @Test
  @Order(3)
  void shouldRefuseToSendToWhatIsNoNumber() {
    JsonObject body = JsonObject.of("phone", "12", "message", "Hello");

    Json.Answer answer = cluster.second().api().http().post("/api/send", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getBoolean("success")).isFalse();
  }

  @Test
  @Order(4)
  void shouldTellTheStatusAsSoonAsASocketIsConnected() throws Exception {
    socket = TextSocket.open(cluster.second().url(), "/ws", WaggleJvm.KEY);

    JsonObject status = awaitFrame("status");
    assertThat(status.getBoolean("authenticated")).isFalse();
    assertThat(status.containsKey("connecting")).isTrue();
  }

  @Test
  @Order(5)
  void shouldSendTheQrOnceTheSocketHasAskedForIt() {
    Instant asked = Instant.now();
    socket.send(JsonObject.of("type", "init"));

    JsonObject qr = awaitFrame("qr");

    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(30));
    assertThat(qr.getString("data")).startsWith(DATA_URL);
    assertThat(qr.getInteger("expiresIn")).isBetween(1, 60);
    assertThat(qr.getInteger("attempt")).isEqualTo(1);
    assertThat(qr.getInteger("maxAttempts")).isEqualTo(5);
  }

  @Test
  @Order(6)
  void shouldShowTheQrAtOnceToASocketThatComesLateAndShowsItsKeyFirst() throws Exception {
    try (TextSocket late = TextSocket.openWithoutKey(cluster.first().url(), "/ws")) {
      late.send(JsonObject.of("type", "auth", "key", WaggleJvm.KEY));

      JsonObject qr = late.await("qr", frame -> "qr".equals(frame.getString("type")));

      assertThat(qr.getString("data")).startsWith(DATA_URL);
      assertThat(late.frames().get(0).getString("type")).isEqualTo("status");
    }
  }

  @Test
  @Order(7)
  void shouldCountTheSocketsOfAllGateways() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonObject status = script.json("status");
              assertThat(status.getInteger("connectedClients")).isEqualTo(1);
              assertThat(status.getBoolean("hasQR")).isTrue();
              assertThat(status.getBoolean("connecting")).isTrue();
            });
  }

  @Test
  @Order(8)
  void shouldSayWhatItUnderstandsAndLetTheSocketStay() {
    socket.send(JsonObject.of("type", "dance")).send(JsonObject.of("type", "ping"));

    assertThat(awaitFrame("error").getString("error")).isNotEmpty();
    awaitFrame("pong");
    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  @Order(9)
  void shouldAnswerPings() {
    long before = pongs();

    socket.send(JsonObject.of("type", "ping"));

    await().atMost(SOON).until(() -> pongs() == before + 1);
  }

  @Test
  @Order(10)
  void shouldAnswerInitAlikeWhenItRunsAlready() {
    JsonObject answer = script.json("init");

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("message")).isNotEmpty();
  }

  @Test
  @Order(11)
  void shouldTellThatItIsAuthenticatedOnceThePhoneHasScanned() {
    String picture = awaitFrame("qr").getString("data").substring(DATA_URL.length());
    phone.scan(Base64.getDecoder().decode(picture)).ok();

    assertThat(awaitFrame("authenticated").getString("status")).isEqualTo("connected");
    await().atMost(SOON).until(() -> script.json("status").getBoolean("authenticated"));
    assertThat(script.json("health").getBoolean("authenticated")).isTrue();
  }

  @Test
  @Order(12)
  void shouldSend() {
    Phone to = Phone.create(cluster.standIn().url(), "5511999999999", "Customer");

    JsonObject answer = script.json("send");

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("message")).isNotEmpty();
    await().atMost(SOON).until(() -> to.texts().contains("Hello"));
  }

  @Test
  @Order(13)
  void shouldDisconnectWhenTheSocketAsksForIt() {
    socket.send(JsonObject.of("type", "disconnect"));

    assertThat(awaitFrame("disconnected").getString("reason")).isNotEmpty();
    await().atMost(SOON).until(() -> !script.json("status").getBoolean("authenticated"));
    assertThat(phone.devices()).as("the account stays linked").hasSize(1);
  }

  @Test
  @Order(14)
  void shouldShowAFreshQrAfterAReset() {
    JsonObject answer = script.json("reset");

    assertThat(answer.getBoolean("success")).isTrue();
    await("the time that the document gives a reset")
        .atMost(Duration.ofSeconds(10))
        .until(() -> script.json("status").getBoolean("hasQR"));
  }

  @Test
  @Order(15)
  void shouldDisconnectOnRequest() {
    JsonObject answer = script.json("disconnect");

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("message")).isNotEmpty();
    await().atMost(SOON).until(() -> !script.json("status").getBoolean("hasQR"));
  }

  private static long pongs() {
    return socket.frames().stream().filter(frame -> "pong".equals(frame.getString("type"))).count();
  }

  private static JsonObject awaitFrame(String type) {
    return socket.await(type, frame -> type.equals(frame.getString("type")));
  }
}
