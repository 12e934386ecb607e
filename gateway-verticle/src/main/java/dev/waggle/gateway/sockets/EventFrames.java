package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One event and its frames, which are encoded once for each view however many get them. */
final class EventFrames {

  private final SessionEvent event;
  private final boolean completing;
  private final Map<View, List<String>> frames = new EnumMap<>(View.class);

  EventFrames(SessionEvent event) {
    this.event = event;
    this.completing = GuideWords.completes(event);
  }

  SessionEvent event() {
    return event;
  }

  /** Whether the event ends the room for those who are in it. */
  boolean isCompleting() {
    return completing;
  }

  List<String> of(View view) {
    return frames.computeIfAbsent(
        view, v -> ServerFrame.of(v, event.session(), Cursor.of(event), v.told(event)));
  }
}
