package dev.waggle.session.bus;

import dev.waggle.contract.EventPage;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The last events of one session, kept by its owner for those who were away for a moment. Bounded
 * in number and in bytes, because events with QRs and texts are many times the size of others; kept
 * as encoded text, which is smaller than what it is read into. Not for sharing between threads.
 */
final class RecentEvents {

  private static final int MAX_EVENTS = 512;
  private static final int MAX_BYTES = 512 * 1024;

  private final int maxEvents;
  private final int maxBytes;
  private final Deque<Buffer> kept = new ArrayDeque<>();
  private long lastSeq;
  private int bytes;

  RecentEvents() {
    this(MAX_EVENTS, MAX_BYTES);
  }

  RecentEvents(int maxEvents, int maxBytes) {
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
  }

  long lastSeq() {
    return lastSeq;
  }

  /** Keeps an event and lets go of the oldest as far as needed. Numbers come without gaps. */
  void add(long seq, JsonObject event) {
    Buffer encoded = event.toBuffer();
    lastSeq = seq;
    kept.addLast(encoded);
    bytes += encoded.length();
    while (kept.size() > maxEvents || bytes > maxBytes) {
      bytes -= kept.removeFirst().length();
    }
  }

  /** Every event after a number; {@link EventPage#MISSED} when some of them are gone. */
  EventPage after(long seq) {
    long missing = lastSeq - seq;
    if (seq < 0 || missing < 0 || missing > kept.size()) {
      return EventPage.MISSED;
    }
    return new EventPage(last((int) missing), true);
  }

  /** Every event that is still here, oldest first. */
  List<SessionEvent> all() {
    return last(kept.size());
  }

  private List<SessionEvent> last(int count) {
    List<SessionEvent> events = new ArrayList<>(count);
    Iterator<Buffer> oldestFirst = kept.iterator();
    for (int skipped = kept.size() - count; skipped > 0; skipped--) {
      oldestFirst.next();
    }
    oldestFirst.forEachRemaining(
        encoded -> events.add(Wire.read(encoded.toJsonObject(), SessionEvent.class)));
    return events;
  }
}
