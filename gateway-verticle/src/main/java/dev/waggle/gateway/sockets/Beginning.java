package dev.waggle.gateway.sockets;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionEvent;
import java.util.List;

/**
 * From where somebody follows a session.
 *
 * @param state what is true now; null when that is not known, or when {@code missed} says it all
 * @param missed the events since the client was last here
 * @param resync whether the client was here before and has missed what nobody can tell it any more
 */
record Beginning(LiveSession state, List<SessionEvent> missed, boolean resync) {

  static Beginning afresh(LiveSession state) {
    return new Beginning(state, List.of(), false);
  }

  static Beginning resumed(List<SessionEvent> missed) {
    return new Beginning(null, missed, false);
  }

  static Beginning lost(LiveSession state) {
    return new Beginning(state, List.of(), true);
  }

  /** Where the client is before the missed events. */
  Cursor cursor(Cursor seen) {
    if (state != null) {
      return Cursor.of(state);
    }
    return seen == null || resync ? Cursor.START : seen;
  }
}
