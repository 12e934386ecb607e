package dev.waggle.chaos.traffic;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What phones wrote to sessions, and what of it a consumer on the bus has heard. */
final class IncomingBook {

  private final Map<String, Incoming> all = new ConcurrentHashMap<>();

  /** To be noted before it is written: it may be heard at once. */
  void written(String session, String text) {
    all.put(text, new Incoming(session, text, Instant.now(), new CopyOnWriteArrayList<>()));
  }

  /** The stand-in did not take it on. */
  void notWritten(String text) {
    all.remove(text);
  }

  /** An event as the bus carries it; all but messages of others are passed over. */
  void heard(JsonObject event) {
    if (!"message".equals(event.getString("type"))) {
      return;
    }
    JsonObject message = event.getJsonObject("data");
    String text = message.getString("body");
    Incoming known = text == null ? null : all.get(text);
    if (known != null && known.session().equals(event.getString("session"))) {
      known
          .events()
          .add(
              "%s of %s in generation %d"
                  .formatted(
                      event.getString("id"), event.getString("node"), event.getLong("generation")));
    }
  }

  /** Oldest first. */
  List<Incoming> all() {
    List<Incoming> list = new ArrayList<>(all.values());
    list.sort(java.util.Comparator.comparing(Incoming::written));
    return list;
  }

  boolean isComplete() {
    return all.values().stream().allMatch(Incoming::isHeard);
  }
}
