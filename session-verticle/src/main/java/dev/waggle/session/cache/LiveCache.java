package dev.waggle.session.cache;

import dev.waggle.contract.CachedQr;
import dev.waggle.contract.CachedStatus;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionCache;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps one session's entries in the {@link SessionCache} true while this node owns it: writes them
 * when something has happened and again before they run out, and takes them away at the end. One
 * write is under way at a time, and always of what is true then. A cache that does not answer costs
 * nothing but itself. To be used on the session's context.
 */
public final class LiveCache {

  /** For the cluster's map to answer. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Supplier<Future<LiveSession>> observe;
  private final CacheEntry status;
  private final CacheEntry qr;
  private final long timer;

  private Future<Void> writing = Future.succeededFuture();
  private boolean stale;
  private boolean closed;

  /**
   * Writes nothing before the first event.
   *
   * @param observe what is true of the session
   */
  public LiveCache(
      Vertx vertx, SessionName session, long generation, Supplier<Future<LiveSession>> observe) {
    this.vertx = vertx;
    this.observe = observe;
    this.status = new CacheEntry(vertx, SessionCache.statusKey(session), generation);
    this.qr = new CacheEntry(vertx, SessionCache.qrKey(session), generation);
    this.timer =
        vertx.setPeriodic(SessionCache.TIME_TO_LIVE.dividedBy(2).toMillis(), fired -> refresh());
  }

  /** Something has happened that may show in the cache. */
  public void onEvent(SessionEvent event) {
    switch (event.type()) {
      case STATUS, QR -> refresh();
      case PAIRING_CODE, COMPLETE, MESSAGE, MESSAGE_SENT, MESSAGE_ACK -> {}
    }
  }

  /** Removes what was written; done when that is so or the map has had its time. Never fails. */
  public Future<Void> close() {
    closed = true;
    vertx.cancelTimer(timer);
    return writing.compose(written -> bounded(removeAll()));
  }

  private void refresh() {
    stale = true;
    if (writing.isComplete()) {
      writing = writeWhileStale();
    }
  }

  private Future<Void> writeWhileStale() {
    if (!stale || closed) {
      return Future.succeededFuture();
    }
    stale = false;
    return bounded(observe.get().compose(this::write)).compose(written -> writeWhileStale());
  }

  private Future<Void> write(LiveSession live) {
    return live.info().status().isRunning()
        ? Future.join(writeStatus(live), writeQr(live)).mapEmpty()
        : removeAll();
  }

  private Future<Void> writeStatus(LiveSession live) {
    CachedStatus now =
        new CachedStatus(
            live.info().status(),
            live.generation(),
            live.info().reason(),
            live.recoveryAttempts(),
            live.info().statusSince());
    return status.put(now, SessionCache.TIME_TO_LIVE);
  }

  private Future<Void> writeQr(LiveSession live) {
    Duration left = live.qr() == null ? Duration.ZERO : lifeOf(live.qr());
    return left.compareTo(Duration.ZERO) > 0
        ? qr.put(new CachedQr(live.qr(), live.generation()), left)
        : qr.remove();
  }

  private static Duration lifeOf(QrCode code) {
    Duration left = Duration.between(Instant.now(), code.expiresAt());
    return left.compareTo(SessionCache.TIME_TO_LIVE) < 0 ? left : SessionCache.TIME_TO_LIVE;
  }

  private Future<Void> removeAll() {
    return Future.join(status.remove(), qr.remove()).mapEmpty();
  }

  private static Future<Void> bounded(Future<Void> work) {
    return work.timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).otherwiseEmpty();
  }
}
