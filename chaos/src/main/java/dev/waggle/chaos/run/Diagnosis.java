package dev.waggle.chaos.run;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.process.SharedDatabase;
import dev.waggle.chaos.process.WaggleJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What can be learnt at the moment at which a session does not work again: from the gateways, from
 * each node's health, and from the database, which answers when nobody else does. Each JVM writes
 * to its log what its threads are doing.
 */
final class Diagnosis {

  private static final String LEASES =
      "SELECT id, lease_until, CURRENT_TIMESTAMP, draining FROM waggle_node ORDER BY id";
  private static final String OWNERS =
      "SELECT name, wanted, status, cause, reason, owner, generation, status_since"
          + " FROM waggle_session ORDER BY name";
  private static final String MOVES =
      "SELECT moved_at, session, generation, node, from_status, to_status, cause, reason"
          + " FROM waggle_transition WHERE session = ? ORDER BY number DESC";

  private final ChaosCluster cluster;
  private final RunLog log;

  Diagnosis(ChaosCluster cluster, RunLog log) {
    this.cluster = cluster;
    this.log = log;
  }

  /** Says all of it, at once. */
  void of(Set<String> sessions) {
    jvms().forEach(jvm -> jvm.process().printThreads());
    SharedDatabase database = cluster.database();
    say("database, leases", () -> Rows.of(database, LEASES));
    say("database, sessions", () -> Rows.of(database, OWNERS));
    sessions.forEach(
        name -> say("database, history of " + name, () -> Rows.of(database, MOVES, name)));
    for (SessionApi gateway : cluster.apis()) {
      say("a gateway, of sessions", () -> List.of(get(gateway, "/api/sessions")));
      say("a gateway, of nodes", () -> List.of(get(gateway, "/api/nodes")));
    }
    jvms().forEach(jvm -> say("ready, " + jvm.process().log().getFileName(), () -> ready(jvm)));
  }

  private List<WaggleJvm> jvms() {
    return Stream.concat(
            cluster.gateways().stream(), cluster.machines().stream().map(machine -> machine.jvm()))
        .filter(jvm -> jvm.process().isAlive())
        .toList();
  }

  private static String get(SessionApi gateway, String path) {
    return gateway.http().get(path).text();
  }

  private static List<String> ready(WaggleJvm jvm) {
    return List.of(new Json(jvm.managementUrl(), Map.of()).get("/ready").text());
  }

  private void say(String what, Callable<List<String>> source) {
    List<String> lines = new ArrayList<>();
    try {
      lines.addAll(source.call());
    } catch (Exception | AssertionError silent) {
      lines.add("not told: " + silent);
    }
    log.say("  " + what + ":");
    lines.forEach(line -> log.say("    " + line));
  }
}
