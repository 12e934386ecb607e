package dev.waggle.chaos.traffic;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * One time that a consumer on the bus was told of a message.
 *
 * @param at when it was told
 */
public record Hearing(String event, String node, long generation, Instant at) {

  static Hearing of(JsonObject event) {
    return new Hearing(
        event.getString("id"), event.getString("node"), event.getLong("generation"), Instant.now());
  }
}
