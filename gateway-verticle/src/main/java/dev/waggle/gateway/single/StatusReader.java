package dev.waggle.gateway.single;

import dev.waggle.contract.CachedQr;
import dev.waggle.contract.CachedStatus;
import dev.waggle.contract.SessionCache;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads where a session is: from the cache what may be a minute old, from the owner what must be
 * true, from the registry what does not run. That a session is linked is believed of its owner
 * alone.
 */
public final class StatusReader {

  private static final Duration CACHE_DEADLINE = Duration.ofMillis(500);

  private final SessionClient sessions;
  private final SessionCache cache;

  /**
   * A reader.
   *
   * @param patience with the owner and with the registry each
   */
  public StatusReader(Vertx vertx, Duration patience) {
    this.sessions = new SessionClient(vertx, patience);
    this.cache = new SessionCache(vertx, CACHE_DEADLINE);
  }

  /** From the cache where that will do. Fails when no session node can say anything. */
  public Future<LiveStatus> read(SessionName session) {
    return cache
        .status(session)
        .compose(found -> found.map(cached -> trust(session, cached)).orElseGet(this::unknown))
        .compose(
            cached -> cached.map(Future::succeededFuture).orElseGet(() -> readFromOwner(session)));
  }

  /** Past the cache: what is true now. Fails when no session node can say anything. */
  public Future<LiveStatus> readFromOwner(SessionName session) {
    return sessions
        .observe(session)
        .map(LiveStatus::of)
        .recover(failure -> withoutOwner(session, WaggleException.of(failure)));
  }

  private Future<Optional<LiveStatus>> trust(SessionName session, CachedStatus cached) {
    return switch (cached.status()) {
      case STARTING, RECONNECTING ->
          Future.succeededFuture(Optional.of(LiveStatus.of(cached, null)));
      case SCAN_QR_CODE ->
          cache
              .qr(session)
              .map(
                  found ->
                      found
                          .filter(qr -> qr.generation() == cached.generation())
                          .map(CachedQr::qr)
                          .map(qr -> LiveStatus.of(cached, qr)));
      // Whoever wrote that it is linked may have died since; the rest is not cached at all.
      default -> unknown();
    };
  }

  private Future<Optional<LiveStatus>> unknown() {
    return Future.succeededFuture(Optional.empty());
  }

  private Future<LiveStatus> withoutOwner(SessionName session, WaggleException failure) {
    return switch (failure.code()) {
      case SESSION_NOT_FOUND -> Future.succeededFuture(LiveStatus.NEVER_STARTED);
      case OWNER_UNAVAILABLE, TIMEOUT -> Future.succeededFuture(LiveStatus.UNREACHABLE);
      case WRONG_STATE -> sessions.get(session).map(StatusReader::ofRegistry);
      default -> Future.failedFuture(failure);
    };
  }

  private static LiveStatus ofRegistry(SessionInfo info) {
    return info.status().isRunning() ? LiveStatus.UNREACHABLE : LiveStatus.of(info);
  }
}
