package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.traffic.TrafficResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * All that a run has seen.
 *
 * @param sessions their names
 * @param devices the stand-in's books
 * @param outages how long each session of a drained node was away
 * @param leftovers command lines of processes that outlived their nodes
 * @param troubles what the run itself met and should not have, in words
 */
record Outcome(
    ChaosPlan plan,
    Set<String> sessions,
    List<Round> rounds,
    TrafficResult traffic,
    List<BookedDevice> devices,
    List<Outage> outages,
    List<String> leftovers,
    List<String> troubles) {

  int scans() {
    return sessions.stream().mapToInt(this::scans).sum();
  }

  /** How often a session's account was linked. */
  int scans(String session) {
    return devices.stream()
        .filter(device -> device.session().equals(session))
        .mapToInt(BookedDevice::scans)
        .max()
        .orElse(0);
  }

  int maxConnections() {
    return devices.stream().mapToInt(BookedDevice::connections).max().orElse(0);
  }

  /** Devices that were connected twice at any moment. */
  List<BookedDevice> connectedTwice() {
    return devices.stream().filter(device -> device.connections() > 1).toList();
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

  /** How long each session was away that a kind of blow made leave in an orderly way. */
  List<Duration> outages(BlowKind kind) {
    return outages.stream().filter(each -> each.kind() == kind).map(Outage::time).toList();
  }

  /** The longest time between two answered sends of each session that was hit. */
  List<Duration> silences(BlowKind kind) {
    return Silences.of(rounds, traffic).stream()
        .filter(each -> each.kind() == kind)
        .map(Outage::time)
        .toList();
  }
}
