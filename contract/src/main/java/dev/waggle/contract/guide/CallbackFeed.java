package dev.waggle.contract.guide;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells callbacks the present state first and then every event after it, once and in order. Events
 * that come before the present state is known are held back. Everything happens on one context.
 */
final class CallbackFeed {

  private final Context context;
  private final SessionCallbacks callbacks;
  private final List<SessionEvent> held = new ArrayList<>();
  private boolean begun;
  private long generation;
  private long lastSeq;
  private volatile boolean closed;

  CallbackFeed(Context context, SessionCallbacks callbacks) {
    this.context = context;
    this.callbacks = callbacks;
  }

  /** From any thread. */
  void take(SessionEvent event) {
    context.runOnContext(
        now -> {
          if (begun) {
            tell(event);
          } else {
            held.add(event);
          }
        });
  }

  /** Tells what is true now, then what has happened since; from any thread. */
  void begin(LiveSession live) {
    context.runOnContext(
        now -> {
          begun = true;
          generation = live.generation();
          lastSeq = live.lastSeq();
          call(() -> callbacks.onStatusChange(StatusData.now(live.info())));
          tellQr(live);
          held.forEach(this::tell);
          held.clear();
        });
  }

  /** Nothing is told any more, not even what is under way. */
  void close() {
    closed = true;
  }

  private void tellQr(LiveSession live) {
    if (live.qr() != null) {
      call(() -> callbacks.onQRCode(QrData.of(live.info().name(), live.qr())));
    }
  }

  private void tell(SessionEvent event) {
    if (!isNew(event)) {
      return;
    }
    generation = event.generation();
    lastSeq = event.seq();
    if (event.type() == SessionEventType.QR) {
      QrData qr = QrData.of(event.session(), event.dataAs(QrCode.class));
      call(() -> callbacks.onQRCode(qr));
    } else if (event.type() == SessionEventType.STATUS) {
      StatusData.of(event).forEach(status -> call(() -> callbacks.onStatusChange(status)));
    }
  }

  /** What an earlier owner says late, and what the present state contained, is not. */
  private boolean isNew(SessionEvent event) {
    return event.generation() > generation
        || (event.generation() == generation && event.seq() > lastSeq);
  }

  /** Each call by itself, so that one that throws takes nothing with it. */
  private void call(Runnable callback) {
    context.runOnContext(
        now -> {
          if (!closed) {
            callback.run();
          }
        });
  }
}
