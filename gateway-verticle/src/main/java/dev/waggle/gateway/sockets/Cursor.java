package dev.waggle.gateway.sockets;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionEvent;
import io.vertx.core.json.JsonObject;

/** How far somebody is in the events of a session. */
record Cursor(long generation, long seq) {

  /** Before every event. */
  static final Cursor START = new Cursor(0, 0);

  static Cursor of(SessionEvent event) {
    return new Cursor(event.generation(), event.seq());
  }

  static Cursor of(LiveSession state) {
    return new Cursor(state.generation(), state.lastSeq());
  }

  /** The cursor that a client gives back in {@code generation} and {@code seq}; null for none. */
  static Cursor read(JsonObject fields) {
    Object generation = fields.getValue("generation");
    Object seq = fields.getValue("seq");
    return generation == null && seq == null
        ? null
        : new Cursor(wholeNumber(generation), wholeNumber(seq));
  }

  private static long wholeNumber(Object value) {
    if ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= 0) {
      return ((Number) value).longValue();
    }
    throw Frame.invalid("generation and seq go together, as whole numbers of an earlier frame.");
  }

  /** Whether an event is news; what an older owner still says is not. */
  boolean isBefore(SessionEvent event) {
    return event.generation() > generation
        || (event.generation() == generation && event.seq() > seq);
  }
}
