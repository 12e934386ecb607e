package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.cluster.DatabaseKind;
import dev.waggle.chaos.traffic.TrafficResult;
import dev.waggle.chaos.traffic.Traffics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The outcome of a run of one session in which all went well, and what tests change of it. */
final class Outcomes {

  static final String SESSION = Traffics.SESSION;
  static final Hit HIT =
      Hit.of(BlowKind.KILL, SESSION, Instant.EPOCH).workingAt(Instant.EPOCH.plusMillis(7_200));

  private static final Map<String, Integer> FLAWLESS =
      Map.of("duplicated", 0, "outOfOrder", 0, "stray", 0, "lost", 0);

  private static final ChaosPlan PLAN =
      new ChaosPlan(
          Duration.ofMinutes(5),
          7,
          1,
          2,
          false,
          DatabaseKind.H2,
          Duration.ofSeconds(1),
          Optional.empty());

  TrafficResult traffic = Traffics.sound();
  List<Round> rounds = new ArrayList<>(List.of(round(HIT)));
  List<BookedDevice> devices = new ArrayList<>(List.of(device(1, 1, FLAWLESS)));
  List<Outage> outages = new ArrayList<>();
  List<String> leftovers = new ArrayList<>();
  List<String> troubles = new ArrayList<>();

  static Round round(Hit hit) {
    return new Round(List.of(hit.kind()), List.of(hit), List.of(), List.of());
  }

  static BookedDevice device(int scans, int connections, Map<String, Integer> flaws) {
    return new BookedDevice(SESSION, scans, connections, 3, 0, flaws);
  }

  static BookedDevice device(int scans, int connections) {
    return device(scans, connections, FLAWLESS);
  }

  Outcome build() {
    return new Outcome(
        PLAN, Set.of(SESSION), rounds, traffic, devices, outages, leftovers, troubles);
  }

  /** The names of the checks that do not hold. */
  List<String> failures() {
    return Check.all(build()).stream().filter(check -> !check.holds()).map(Check::name).toList();
  }
}
