package dev.waggle.contract;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * The envelope of everything that a session publishes.
 *
 * @param id a ULID, unique for ever
 * @param seq 1, 2, 3 … without gaps within one generation of the session
 * @param node the node that published it
 * @param generation the owner's number; a consumer that has seen a higher one drops this event
 * @param data shaped as {@link SessionEventType#dataType} says
 */
public record SessionEvent(
    String id,
    long seq,
    SessionEventType type,
    SessionName session,
    String node,
    long generation,
    Instant timestamp,
    JsonObject data) {

  /**
   * The data as its record.
   *
   * @throws ClassCastException when the type's record is another
   */
  public <T extends Record> T dataAs(Class<T> type) {
    return type.cast(Wire.read(data, this.type.dataType()));
  }
}
