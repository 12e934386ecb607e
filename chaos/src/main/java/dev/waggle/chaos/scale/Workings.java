package dev.waggle.chaos.scale;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each session last said that it works, and where; as a consumer on the bus hears it. */
final class Workings {

  /** One session's word. */
  record Working(String node, long generation, long nanos) {}

  private final Map<String, Working> all = new ConcurrentHashMap<>();

  void heard(JsonObject event) {
    if (!"session.status".equals(event.getString("type"))
        || !"WORKING".equals(event.getJsonObject("data").getString("status"))) {
      return;
    }
    Working working =
        new Working(event.getString("node"), event.getLong("generation"), System.nanoTime());
    all.merge(
        event.getString("session"),
        working,
        (old, young) -> young.generation() > old.generation() ? young : old);
  }

  int count() {
    return all.size();
  }

  /** A copy of what has been heard so far, by session. */
  Map<String, Working> all() {
    return Map.copyOf(all);
  }
}
