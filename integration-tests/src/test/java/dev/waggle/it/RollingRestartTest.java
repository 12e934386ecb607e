package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.BusMember;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.cluster.Machine;
import dev.waggle.chaos.cluster.SeenSession;
import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.chaos.traffic.Traffic;
import dev.waggle.chaos.traffic.TrafficResult;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Machines that share nothing but a database are restarted on purpose while messages flow. */
@TestMethodOrder(OrderAnnotation.class)
class RollingRestartTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> SESSIONS = List.of("s1", "s2");

  @TempDir static Path folder;
  private static ChaosCluster cluster;
  private static SessionApi api;

  private static final Map<String, Phone> ACCOUNTS = new TreeMap<>();
  private static final Map<String, Phone> CUSTOMERS = new TreeMap<>();

  @BeforeAll
  static void link() throws Exception {
    cluster = ChaosCluster.start(folder, 2, false);
    api = cluster.apis().get(0);
    for (String name : SESSIONS) {
      ACCOUNTS.put(name, cluster.standIn().phone("Account of " + name));
      CUSTOMERS.put(name, cluster.standIn().phone("Customer of " + name));
      api.link(name, ACCOUNTS.get(name));
    }
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  @Order(1)
  void shouldLoseNoMessageAndTellNoneTwiceWhenEveryNodeIsRestartedInTurn() throws Exception {
    try (BusMember member = BusMember.join(cluster.name(), cluster.port())) {
      Traffic traffic =
          Traffic.begin(ACCOUNTS, CUSTOMERS, cluster.apis(), member, Duration.ofMillis(500));
      for (Machine machine : cluster.machines()) {
        assertThat(machine.jvm().process().terminate()).isZero();
        awaitNothingLeftBy(machine);
        awaitAllWorking();
        machine.start();
      }
      traffic.end(SOON);

      TrafficResult result = traffic.result();
      assertThat(result.sends()).isPositive();
      assertThat(result.over(chat -> chat.lost())).isEmpty();
      assertThat(result.over(chat -> chat.doubled())).isEmpty();
      assertThat(result.over(chat -> chat.unanswered())).isEmpty();
      assertThat(result.refusedForGood()).isEmpty();
      assertThat(result.unheard()).isEmpty();
      assertThat(result.heardAgain()).isZero();
    }
    assertLinkedOnce();
  }

  @Test
  @Order(2)
  void shouldEvenTheNodesOutOnRequest() {
    // The node that was restarted last is empty.
    assertThat(sessionsByNode().values()).containsExactlyInAnyOrder(0, 2);

    JsonObject plan = api.http().post("/api/nodes/rebalance", new JsonObject()).ok().json();

    assertThat(plan.getInteger("moves")).isEqualTo(1);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(sessionsByNode().values()).containsExactly(1, 1));
    awaitAllWorking();
    assertLinkedOnce();
  }

  @Test
  @Order(3)
  void shouldHandEverythingOverAndEndWhenANodeIsToldToDrain() {
    Machine machine = cluster.machines().get(0);
    String id = machine.nodeId().orElseThrow();

    JsonObject plan = api.http().post("/api/nodes/" + id + "/drain", new JsonObject()).ok().json();

    assertThat(plan.getInteger("sessions")).isEqualTo(1);
    assertThat(machine.jvm().process().await()).isZero();
    awaitNothingLeftBy(machine);
    awaitAllWorking();
    assertLinkedOnce();
  }

  /** A process that has been ended is seen for a moment longer. */
  private static void awaitNothingLeftBy(Machine machine) {
    await().atMost(SOON).until(() -> Leftovers.processesNaming(machine.folder()), List::isEmpty);
  }

  private static void awaitAllWorking() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(cluster.sessions().values())
                    .hasSize(SESSIONS.size())
                    .allMatch(SeenSession::isWorking));
  }

  private static Map<String, Integer> sessionsByNode() {
    Map<String, Integer> counts = new TreeMap<>();
    api.http().get("/api/nodes").ok().array().stream()
        .map(JsonObject.class::cast)
        .filter(node -> node.getBoolean("live"))
        .forEach(node -> counts.put(node.getString("id"), node.getInteger("sessions")));
    return counts;
  }

  private static void assertLinkedOnce() {
    JsonObject books = cluster.standIn().books();
    assertThat(books.getInteger("scans")).isEqualTo(SESSIONS.size());
    assertThat(books.getInteger("maxConnections")).isEqualTo(1);
  }
}
