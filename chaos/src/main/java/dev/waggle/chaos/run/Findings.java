package dev.waggle.chaos.run;

import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.traffic.Traffic;
import dev.waggle.chaos.traffic.TrafficResult;
import java.util.List;

/** What the books of the stand-in and of the run say when all is over. */
record Findings(TrafficResult traffic, List<BookedDevice> devices) {

  /** Looks into them; what cannot be had is noted, and then no check that needs it holds. */
  static Findings of(
      ChaosCluster cluster, LinkedSessions sessions, Traffic traffic, Evidence evidence) {
    return new Findings(
        evidence.of("what came of the messages", traffic::result, TrafficResult.NONE),
        evidence.of(
            "the stand-in's books",
            () ->
                cluster.standIn().deviceBooks().stream()
                    .map(book -> BookedDevice.of(book, sessions.accounts()))
                    .toList(),
            List.of()));
  }
}
