package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.DatabaseServer;
import dev.waggle.chaos.process.Ports;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.chaos.standin.StandIn;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One account on machines that share nothing but a database and the secret of their snapshots; one
 * after the other goes away.
 */
@TestMethodOrder(OrderAnnotation.class)
class TravellingProfileTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SECRET = "only-for-tests-0123456789-0123456789";

  @TempDir static Path folder;
  private static StandIn standIn;
  private static DatabaseServer database;
  private static WaggleJvm gateway;
  private static SessionApi api;
  private static Phone phone;
  private static int clusterPort;
  private static final Map<String, WaggleJvm> MACHINES = new HashMap<>();

  @BeforeAll
  static void link() throws Exception {
    standIn = StandIn.start();
    database = DatabaseServer.start(folder);
    clusterPort = Ports.free();
    gateway = start("gateway", "gateway");
    MACHINES.put("first", start("first", "session"));
    api = gateway.api();
    await().atMost(SOON).until(() -> api.http().get("/api/sessions").status() == 200);
    phone = standIn.phone("Ana");
    api.link("a", phone);
  }

  @AfterAll
  static void stop() {
    MACHINES.values().forEach(WaggleJvm::close);
    gateway.close();
    database.close();
    standIn.close();
  }

  @Test
  @Order(1)
  void shouldWorkOnAnotherMachineWithoutAScanWhenItsOwnIsTerminated() {
    MACHINES.put("second", start("second", "session"));
    String before = node();

    assertThat(MACHINES.remove("first").process().terminate()).isZero();

    awaitWorkingElsewhereThan(before);
    assertLinkedOnce();
  }

  @Test
  @Order(2)
  void shouldTakeTheNewerSnapshotInPlaceOfTheProfileThatStayedBehind() {
    MACHINES.put("first", start("first", "session"));
    String before = node();

    MACHINES.remove("second").process().kill();

    awaitWorkingElsewhereThan(before);
    assertLinkedOnce();
  }

  @Test
  @Order(3)
  void shouldTellInTheHistoryWhichNodesHadTheSessionAndWhyItMoved() {
    List<JsonObject> history = api.history("a");

    assertThat(history.get(0).getString("to")).isEqualTo("WORKING");
    assertThat(history.get(0).getString("node")).isEqualTo(node());
    assertThat(history)
        .extracting(move -> move.getString("cause"))
        .contains("NODE_GONE")
        .containsAnyOf("NODE_LEAVING", "HANDED_OVER");
    assertThat(history)
        .extracting(move -> move.getLong("generation"))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .contains(1L, 2L, 3L);
  }

  @Test
  @Order(3)
  void shouldTellOnTheManagementPortHowTheNewNodeIs() {
    String port = MACHINES.get("first").managementUrl();

    Json.Answer ready = new Json(port, Map.of()).get("/ready");
    String meters = new Json(port, Map.of()).get("/metrics").text();

    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.text())
        .contains("\"lease\":{\"status\":\"UP\"}", "database", "cluster", "room");
    assertThat(meters)
        .contains("waggle_session_failover_seconds_count 1")
        .contains("waggle_snapshot_seconds_count{kind=\"RESTORED\"} 1")
        .containsPattern("waggle_sessions\\{node=\"" + node() + "\",state=\"WORKING\"} 1");
  }

  @Test
  @Order(4)
  void shouldSendAndReceiveOnTheNewMachine() {
    Phone friend = standIn.phone("Bia");

    api.sendText("a", friend.number(), "moved").ok();

    await().atMost(SOON).until(friend::texts, List.of("moved")::equals);
  }

  @Test
  @Order(5)
  void shouldKeepNoSnapshotOfADeviceThatWasUnlinked() {
    api.order("a", "logout");
    api.awaitStatus("a", "LOGGED_OUT");
    MACHINES.put("third", start("third", "session"));
    MACHINES.remove("first").process().terminate();

    api.order("a", "start");

    assertThat(api.awaitQrPng("a")).isNotEmpty();
  }

  private static void awaitWorkingElsewhereThan(String node) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonObject session = api.session("a");
              assertThat(session.getString("status")).isEqualTo("WORKING");
              assertThat(session.getString("node")).isNotEqualTo(node);
            });
  }

  private static void assertLinkedOnce() {
    JsonObject books = standIn.books();
    assertThat(books.getInteger("scans")).isEqualTo(1);
    assertThat(books.getInteger("maxConnections")).isEqualTo(1);
    assertThat(phone.devices()).hasSize(1);
  }

  private static String node() {
    return api.awaitStatus("a", "WORKING").getString("node");
  }

  private static WaggleJvm start(String machine, String role) {
    return WaggleJvm.start(
        folder.resolve(machine),
        machine,
        role,
        List.of(
            "session.whatsapp.url=" + standIn.url(),
            "session.database.url=" + database.url(),
            "session.database.user=sa",
            "session.snapshots.key=" + SECRET,
            "cluster.enabled=on",
            "cluster.name=" + folder.getFileName(),
            "cluster.port=" + clusterPort));
  }
}
