package dev.waggle.it.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.BusMember;
import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.CallbackService;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.OnSharedCluster;
import dev.waggle.it.support.TextSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What goes wrong with the default session, told through one gateway, heard by every dialect. */
@OnSharedCluster
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TroubleTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SESSION = "default";

  private static ClusterJvms cluster;
  private static SessionApi api;
  private static Json second;
  private static TextSocket room;
  private static TextSocket viewer;
  private static BusMember member;
  private static List<JsonObject> failures;
  private static List<JsonObject> disconnections;
  private static List<JsonObject> moves;
  private static Phone phone;

  @BeforeAll
  static void listen(ClusterJvms shared) throws Exception {
    cluster = shared;
    api = cluster.first().api();
    second = cluster.second().api().http();
    phone = cluster.standIn().phone("Troubled");
    String url = cluster.second().url();
    room = TextSocket.open(url, "/sockets/websocket", WaggleJvm.KEY);
    room.send(JsonObject.of("event", "join-session", "data", SESSION));
    room.send(JsonObject.of("event", "watch-sessions", "id", 1));
    room.await("the watch's answer", frame -> "ack".equals(frame.getString("event")));
    viewer = TextSocket.open(url, "/ws", WaggleJvm.KEY);
    viewer.await("the first status", frame -> "status".equals(frame.getString("type")));
    member = BusMember.join(cluster.name(), cluster.port());
    failures = member.listen("whatsapp.auth_failure");
    disconnections = member.listen("whatsapp.disconnected");
    moves = member.listen("waggle.session." + SESSION + ".events");
  }

  @AfterAll
  static void leaveNothing() {
    room.close();
    viewer.close();
    member.close();
    api.http().delete("/api/sessions/" + SESSION);
  }

  @Test
  @Order(1)
  void shouldTellEverywhereThatNobodyScanned() {
    JsonObject quick = JsonObject.of("firstMs", 2_000, "nextMs", 2_000);
    cluster.standIn().faults(JsonObject.of("qrTimings", quick));

    api.create(SESSION, JsonObject.of("qrMaxAttempts", 1));

    awaitUpdate("qrReadError");
    awaitEvent("auth_failure");
    assertThat(deviceStatus()).isEqualTo("disconnected");
    await().atMost(SOON).until(() -> adminStatus().equals("AUTH_FAILURE"));
    await().atMost(SOON).until(() -> !failures.isEmpty());
    assertThat(failures.get(0).getString("session")).isEqualTo(SESSION);
    JsonObject error = viewer.await("an error", frame -> "error".equals(frame.getString("type")));
    assertThat(error.getString("error")).isNotEmpty();
    cluster.standIn().faults(JsonObject.of("qrTimings", false));
  }

  @Test
  @Order(2)
  void shouldTellEverywhereThatTheConnectionIsLostAndComesBack() throws Exception {
    linkAsAService();
    int before = disconnections.size();

    cluster
        .standIn()
        .faults(
            JsonObject.of(
                "dropConnections", JsonObject.of("number", phone.number(), "durationMs", 5_000)));

    await().atMost(SOON).until(() -> deviceStatus().equals("reconnecting"));
    await().atMost(SOON).until(() -> disconnections.size() > before);
    assertThat(disconnections.get(before).getString("reason")).isEqualTo("TIMEOUT");
    assertThat(disconnections.get(before).getString("message")).isNotEmpty();
    awaitEvent("disconnected");
    await().atMost(SOON).until(() -> deviceStatus().equals("connected"));
    assertThat(adminStatus()).isEqualTo("READY");
    assertThat(phone.devices()).hasSize(1);
  }

  @Test
  @Order(3)
  void shouldStartAfreshAndSaySoWhenTheProfileIsDamaged() throws Exception {
    api.order(SESSION, "stop");
    damageProfile();

    second.post("/api/sessions/" + SESSION + "/initialize-with-qr").ok();

    await().atMost(SOON).until(() -> deviceStatus().equals("waiting_for_scan"));
    awaitMove("PROFILE_DAMAGED");
  }

  @Test
  @Order(4)
  void shouldShowAQrAgainByItselfSomeTimeAfterTheLastWasNotScanned() {
    api.http().delete("/api/sessions/" + SESSION).ok();
    cluster
        .standIn()
        .faults(JsonObject.of("qrTimings", JsonObject.of("firstMs", 2_000, "nextMs", 2_000)));
    int before = viewer.frames().size();

    api.create(SESSION, JsonObject.of("qrMaxAttempts", 1, "relinkDelaySeconds", 2));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(viewer.frames().stream().skip(before))
                    .extracting(frame -> frame.getString("type"))
                    .containsSubsequence("qr", "status", "qr"));
    awaitMove("QR_EXHAUSTED");
    cluster.standIn().faults(JsonObject.of("qrTimings", false));
  }

  @Test
  @Order(5)
  void shouldTellThatNoQrCameInTimeAndTryANewBrowser() {
    api.http().delete("/api/sessions/" + SESSION).ok();
    cluster.standIn().faults(JsonObject.of("delayAnswersMs", 30_000));

    second.post("/api/init").ok();
    await().atMost(SOON).until(() -> deviceStatus().equals("connecting"));
    assertThat(adminStatus()).isEqualTo("CONNECTING");
    assertThat(admin("/whatsapp/status").getBoolean("initializing")).isTrue();
    awaitEvent("qr_timeout");
    cluster.standIn().faults(JsonObject.of("delayAnswersMs", false));

    await().atMost(SOON).until(() -> deviceStatus().equals("waiting_for_scan"));
  }

  @Test
  @Order(6)
  void shouldTellThatThePhoneHasAcceptedWhileThePageIsSyncing() {
    byte[] qr = api.awaitQrPng(SESSION);
    cluster.standIn().faults(JsonObject.of("delayAnswersMs", 2_000));

    phone.scan(qr).ok();

    await().atMost(SOON).until(() -> adminStatus().equals("AUTHENTICATED"));
    cluster.standIn().faults(JsonObject.of("delayAnswersMs", false));
    api.awaitStatus(SESSION, "WORKING");
  }

  @Test
  @Order(7)
  void shouldTellEverywhereThatWhatsAppHasBlockedTheAccount() {
    cluster
        .standIn()
        .faults(
            JsonObject.of(
                "termsBlock", JsonObject.of("number", phone.number(), "kind", "TOS_BLOCK")));

    JsonObject update = awaitUpdate("error");
    assertThat(update.getString("error")).isNotEmpty();
    await().atMost(SOON).until(() -> deviceStatus().equals("disconnected"));
    assertThat(adminStatus()).isIn("AUTH_FAILURE", "DISCONNECTED");
    assertThat(second.get("/health").ok().json().getBoolean("authenticated")).isFalse();
    cluster.standIn().faults(JsonObject.of("termsBlock", false));
  }

  /** By the callbacks of the Integration Guide, in another JVM. */
  private static void linkAsAService() throws Exception {
    try (CallbackService service = CallbackService.start(member, SESSION)) {
      await().atMost(SOON).until(() -> !service.qrs().isEmpty());
      phone.scan(service.qrs().get(0).urlCode()).ok();
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(service.statuses())
                      .extracting(status -> status.status().wireName())
                      .containsSubsequence("notLogged", "authenticated", "ready", "inChat"));
    }
    api.awaitStatus(SESSION, "WORKING");
  }

  /** The pointers to the device's keys. */
  private static void damageProfile() throws IOException {
    Path profile = cluster.folder().resolve("data/profiles").resolve(SESSION);
    List<Path> pointers;
    try (Stream<Path> all = Files.walk(profile.resolve("Default/IndexedDB"))) {
      pointers = all.filter(path -> path.endsWith("CURRENT")).toList();
    }
    assertThat(pointers).isNotEmpty();
    for (Path pointer : pointers) {
      Files.writeString(pointer, "garbage");
    }
  }

  private static JsonObject awaitUpdate(String status) {
    return room.await(
            "status " + status,
            frame ->
                "status-update".equals(frame.getString("event"))
                    && status.equals(frame.getJsonObject("data").getString("status")))
        .getJsonObject("data");
  }

  /** The other member hears of it in its own time. */
  private static void awaitMove(String cause) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(moves)
                    .extracting(JsonObject::encode)
                    .anyMatch(move -> move.contains(cause)));
  }

  private static void awaitEvent(String name) {
    JsonObject frame = room.await(name, each -> name.equals(each.getString("event")));
    assertThat(frame.getJsonObject("data").getString("sessionId")).isEqualTo(SESSION);
  }

  private static String deviceStatus() {
    return second.get("/api/devices/" + SESSION + "/status").ok().json().getString("status");
  }

  private static String adminStatus() {
    return admin("/whatsapp/connection-status").getString("status");
  }

  private static JsonObject admin(String path) {
    return second.get(path).ok().json().getJsonObject("data");
  }
}
