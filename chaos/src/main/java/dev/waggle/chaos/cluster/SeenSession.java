package dev.waggle.chaos.cluster;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A session as the API showed it.
 *
 * @param node the owner's id; null without one
 * @param since when it came to its status, by the database's clock
 */
public record SeenSession(
    String name, String status, String reason, String node, long generation, Instant since) {

  static SeenSession of(JsonObject session) {
    return new SeenSession(
        session.getString("name"),
        session.getString("status"),
        session.getString("reason"),
        session.getString("node"),
        session.getLong("generation"),
        session.getInstant("statusSince"));
  }

  public boolean isWorking() {
    return status.equals("WORKING");
  }

  /** Whether it works, and has come to that later than a moment. */
  public boolean hasWorkedSince(Instant moment) {
    return isWorking() && since.isAfter(moment);
  }
}
