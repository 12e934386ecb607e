package dev.waggle.gateway.sockets;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionEvent;

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

  /** Whether an event is news; what an older owner still says is not. */
  boolean isBefore(SessionEvent event) {
    return event.generation() > generation
        || (event.generation() == generation && event.seq() > seq);
  }
}
