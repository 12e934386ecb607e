package dev.waggle.contract;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.AsyncMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What owners last said of their sessions, in a map of the whole cluster whose entries live for a
 * minute at most. It spares owners the questions of many readers and may be wrong: an owner that
 * dies leaves its entries until they run out. Whoever must not be wrong asks the owner.
 *
 * <p>Safe from any thread. Nothing here fails or takes longer than the deadline: a cache that does
 * not answer is empty.
 */
public final class SessionCache {

  /** The name of the map; values are JSON text. */
  public static final String MAP = "waggle.cache";

  /** The longest that an entry lives without being written again. */
  public static final Duration TIME_TO_LIVE = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final Duration deadline;

  /**
   * A reader.
   *
   * @param deadline after so long the cache counts as empty
   */
  public SessionCache(Vertx vertx, Duration deadline) {
    this.vertx = vertx;
    this.deadline = deadline;
  }

  /** The key of a session's {@link CachedStatus}. */
  public static String statusKey(SessionName session) {
    return "cache:whatsapp:status:" + session;
  }

  /** The key of a session's {@link CachedQr}. */
  public static String qrKey(SessionName session) {
    return "cache:whatsapp:qr:" + session;
  }

  /** The status that the owner last wrote. */
  public Future<Optional<CachedStatus>> status(SessionName session) {
    return read(statusKey(session), CachedStatus.class);
  }

  /** The QR on show; empty when it has run out. */
  public Future<Optional<CachedQr>> qr(SessionName session) {
    return read(qrKey(session), CachedQr.class)
        .map(found -> found.filter(cached -> cached.qr().expiresAt().isAfter(Instant.now())));
  }

  private <T> Future<Optional<T>> read(String key, Class<T> type) {
    return vertx
        .sharedData()
        .<String, String>getAsyncMap(MAP)
        .compose((AsyncMap<String, String> map) -> map.get(key))
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .map(text -> Optional.ofNullable(text).map(json -> Wire.read(new JsonObject(json), type)))
        .otherwise(Optional.empty());
  }
}
