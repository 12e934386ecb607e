package dev.waggle.chaos.run;

import dev.waggle.chaos.cluster.SeenSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for sessions to work again, as the API says. */
final class Recovery {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Supplier<Map<String, SeenSession>> sessions;
  private final Set<String> names;
  private final Duration limit;
  private final RunLog log;
  private final Consumer<Set<String>> onGivingUp;

  /**
   * A wait for all sessions of a run.
   *
   * @param sessions as they are at the moment, by name; empty when nobody answers
   * @param names of all that are to work
   * @param limit after which a wait is given up, and that is said
   * @param onGivingUp told at once which sessions do not work
   */
  Recovery(
      Supplier<Map<String, SeenSession>> sessions,
      Set<String> names,
      Duration limit,
      RunLog log,
      Consumer<Set<String>> onGivingUp) {
    this.sessions = sessions;
    this.names = names;
    this.limit = limit;
    this.log = log;
    this.onGivingUp = onGivingUp;
  }

  /** Waits until all sessions work at once, those that were hit since they were. */
  Recovered await(List<Hit> hits) {
    boolean inTime = isOverInTime(hits);
    Map<String, SeenSession> now = sessions.get();
    List<Hit> judged = hits.stream().map(hit -> judged(hit, now.get(hit.session()))).toList();
    Map<String, String> stuck = inTime ? Map.of() : stuck(now, hits);
    if (!stuck.isEmpty()) {
      giveUp(stuck);
    }
    return new Recovered(judged, List.copyOf(stuck.values()));
  }

  private void giveUp(Map<String, String> stuck) {
    stuck.values().forEach(each -> log.say("GAVE UP after " + Seconds.text(limit) + ": " + each));
    onGivingUp.accept(stuck.keySet());
  }

  private boolean isOverInTime(List<Hit> hits) {
    try {
      Awaitility.await()
          .atMost(limit)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK)
          .until(() -> stuck(sessions.get(), hits).isEmpty());
      return true;
    } catch (ConditionTimeoutException inVain) {
      return false;
    }
  }

  /** In words, by name. */
  private Map<String, String> stuck(Map<String, SeenSession> now, List<Hit> hits) {
    Map<String, String> stuck = new TreeMap<>();
    for (String name : names) {
      Optional<Hit> hit = hits.stream().filter(each -> each.session().equals(name)).findFirst();
      SeenSession session = now.get(name);
      if (session == null || !works(session, hit)) {
        stuck.put(name, words(name, session, hit));
      }
    }
    return stuck;
  }

  private static boolean works(SeenSession session, Optional<Hit> hit) {
    return hit.map(each -> session.hasWorkedSince(each.struck())).orElse(session.isWorking());
  }

  private static String words(String name, SeenSession session, Optional<Hit> hit) {
    String blow = hit.map(each -> ", hit by " + each.kind() + " at " + each.struck()).orElse("");
    return session == null
        ? name + " is listed by no gateway" + blow
        : "%s is %s since %s (%s) on %s in generation %d%s"
            .formatted(
                name,
                session.status(),
                session.since(),
                session.reason(),
                session.node(),
                session.generation(),
                blow);
  }

  private static Hit judged(Hit hit, SeenSession now) {
    return now != null && now.hasWorkedSince(hit.struck()) ? hit.workingAt(now.since()) : hit;
  }
}
