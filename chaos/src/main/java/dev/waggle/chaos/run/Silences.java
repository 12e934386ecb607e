package dev.waggle.chaos.run;

import dev.waggle.chaos.traffic.TrafficResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What callers felt of a blow: the longest time between two answered sends of a session that was
 * hit. It holds the pause between two messages, and whatever kept a session that works from being
 * found.
 */
final class Silences {

  private Silences() {}

  /** Of every hit after which its caller was answered again. */
  static List<Outage> of(List<Round> rounds, TrafficResult traffic) {
    List<Hit> hits = rounds.stream().flatMap(round -> round.hits().stream()).toList();
    return hits.stream()
        .flatMap(
            hit ->
                longest(answers(traffic, hit.session()), hit.struck(), nextAfter(hit, hits))
                    .map(time -> new Outage(hit.kind(), time))
                    .stream())
        .toList();
  }

  /** Of those in which the blow fell, and of those between it and the session's next one. */
  private static Optional<Duration> longest(List<Instant> answers, Instant struck, Instant next) {
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < answers.size(); i++) {
      Instant from = answers.get(i - 1);
      Instant to = answers.get(i);
      if (to.isAfter(struck) && (from.isBefore(struck) || !to.isAfter(next))) {
        gaps.add(Duration.between(from, to));
      }
    }
    return gaps.stream().max(Duration::compareTo);
  }

  private static Instant nextAfter(Hit hit, List<Hit> hits) {
    return hits.stream()
        .filter(other -> other.session().equals(hit.session()))
        .map(Hit::struck)
        .filter(struck -> struck.isAfter(hit.struck()))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private static List<Instant> answers(TrafficResult traffic, String session) {
    return traffic.chats().stream()
        .filter(chat -> chat.session().equals(session))
        .flatMap(chat -> chat.sent().stream())
        .flatMap(message -> message.answeredAt().stream())
        .sorted()
        .toList();
  }
}
