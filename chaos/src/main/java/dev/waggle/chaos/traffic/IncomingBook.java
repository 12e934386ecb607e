package dev.waggle.chaos.traffic;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What phones wrote to sessions, and what of it a consumer on the bus has heard. */
final class IncomingBook {

  private final Map<String, Incoming> all = new ConcurrentHashMap<>();

  /** To be noted before it is written: it may be heard at once. */
  void written(String session, String text) {
    all.put(text, new Incoming(session, text, Instant.now(), new CopyOnWriteArrayList<>()));
  }

  /** An event as the bus carries it; all but messages of others are passed over. */
  void heard(JsonObject event) {
    if (!"message".equals(event.getString("type"))) {
      return;
    }
    String text = event.getJsonObject("data").getString("body");
    Incoming known = text == null ? null : all.get(text);
    if (known != null && known.session().equals(event.getString("session"))) {
      known.hearings().add(Hearing.of(event));
    }
  }

  /**
   * Oldest first.
   *
   * @param taken the texts that the stand-in has taken on; what it has not was never written
   */
  List<Incoming> all(Set<String> taken) {
    return all.values().stream()
        .filter(message -> taken.contains(message.text()))
        .sorted(Comparator.comparing(Incoming::written))
        .toList();
  }

  boolean isComplete() {
    return all.values().stream().allMatch(Incoming::isHeard);
  }
}
