package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * When sessions said that they work and that they do not, as a consumer on the bus hears it. A
 * drained node gives its sessions up one after the other, so that each is away for less time than
 * the drain takes.
 */
final class Outages {

  private record Word(Instant said, boolean works) {}

  private final Map<String, List<Word>> words = new ConcurrentHashMap<>();

  void heard(JsonObject event) {
    if ("session.status".equals(event.getString("type"))) {
      boolean works = "WORKING".equals(event.getJsonObject("data").getString("status"));
      words
          .computeIfAbsent(event.getString("session"), name -> new CopyOnWriteArrayList<>())
          .add(new Word(event.getInstant("timestamp"), works));
    }
  }

  /** From a session's first word after the blow that it does not work until it does again. */
  Optional<Duration> of(Hit hit) {
    Instant since = null;
    for (Word word : words.getOrDefault(hit.session(), List.of())) {
      if (word.said().isAfter(hit.struck())) {
        if (word.works() && since != null) {
          return Optional.of(Duration.between(since, word.said()));
        }
        since = since == null && !word.works() ? word.said() : since;
      }
    }
    return Optional.empty();
  }

  /** Of all hits of one kind. */
  List<Duration> of(BlowKind kind, List<Round> rounds) {
    return rounds.stream()
        .flatMap(round -> round.hits().stream())
        .filter(hit -> hit.kind() == kind)
        .flatMap(hit -> of(hit).stream())
        .toList();
  }
}
