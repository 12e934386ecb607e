package dev.waggle.chaos.traffic;

import java.time.Instant;
import java.util.List;

/**
 * One message that a phone wrote to a session, and how it was heard.
 *
 * @param events the ids of the events that told of it, with node and generation; more than one when
 *     it came again
 */
public record Incoming(String session, String text, Instant written, List<String> events) {

  public boolean isHeard() {
    return !events.isEmpty();
  }

  @Override
  public String toString() {
    return "\"%s\" written=%s heard=%s".formatted(text, written, events);
  }
}
