package dev.waggle.chaos.run;

import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.cluster.SeenSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for sessions to work again, as the API says. */
final class Recovery {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ChaosCluster cluster;
  private final int sessions;

  Recovery(ChaosCluster cluster, int sessions) {
    this.cluster = cluster;
    this.sessions = sessions;
  }

  /**
   * Waits until all sessions work at once, those that were hit since they were.
   *
   * @return the hits with the times that it took; without one where the wait was in vain
   */
  List<Hit> await(List<Hit> hits) {
    try {
      Awaitility.await()
          .atMost(LIMIT)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK)
          .until(() -> isOver(cluster.sessions(), hits));
    } catch (ConditionTimeoutException inVain) {
      // Told by the hits that have no time.
    }
    Map<String, SeenSession> now = cluster.sessions();
    return hits.stream().map(hit -> judged(hit, now.get(hit.session()))).toList();
  }

  private boolean isOver(Map<String, SeenSession> now, List<Hit> hits) {
    return now.size() == sessions
        && now.values().stream().allMatch(SeenSession::isWorking)
        && hits.stream().allMatch(hit -> now.get(hit.session()).hasWorkedSince(hit.struck()));
  }

  private static Hit judged(Hit hit, SeenSession now) {
    return now != null && now.hasWorkedSince(hit.struck()) ? hit.workingAt(now.since()) : hit;
  }
}
