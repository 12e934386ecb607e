package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.traffic.TrafficResult;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * All that a run has seen.
 *
 * @param books the totals of the stand-in's
 * @param drained how long each session of a drained node was away
 * @param leftovers command lines of processes that outlived their nodes
 */
record Outcome(
    ChaosPlan plan,
    List<Round> rounds,
    TrafficResult traffic,
    JsonObject books,
    List<Duration> drained,
    List<String> leftovers) {

  int scans() {
    return books.getInteger("scans");
  }

  int maxConnections() {
    return books.getInteger("maxConnections");
  }

  long blows(BlowKind kind) {
    return rounds.stream().flatMap(round -> round.kinds().stream()).filter(kind::equals).count();
  }

  List<Hit> hits(BlowKind kind) {
    return rounds.stream()
        .flatMap(round -> round.hits().stream())
        .filter(hit -> hit.kind() == kind)
        .toList();
  }

  /** Until each session worked again. */
  List<Duration> recoveries(BlowKind kind) {
    return hits(kind).stream().flatMap(hit -> hit.recovery().stream()).toList();
  }

  /** Until the last session of each blow worked again. */
  List<Duration> lastRecoveries(BlowKind kind) {
    return rounds.stream().flatMap(round -> round.last(kind).stream()).toList();
  }
}
