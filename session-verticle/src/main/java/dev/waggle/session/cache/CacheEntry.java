package dev.waggle.session.cache;

import dev.waggle.contract.SessionCache;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.AsyncMap;
import java.time.Duration;

/**
 * One key of the cache, written by one generation. It looks before it writes and leaves what a
 * newer generation has written alone. The map has no compare-and-set that also sets a time to live,
 * so a newer owner's write between the look and ours is lost, until that one writes again.
 */
final class CacheEntry {

  private final Vertx vertx;
  private final String key;
  private final long generation;

  CacheEntry(Vertx vertx, String key, long generation) {
    this.vertx = vertx;
    this.key = key;
    this.generation = generation;
  }

  /** Writes it, to live for so long; a record that carries its {@code generation}. */
  Future<Void> put(Record value, Duration life) {
    return unlessNewer(map -> map.put(key, Wire.write(value).encode(), life.toMillis()));
  }

  /** Removes it, whoever of this generation or an older one wrote it. */
  Future<Void> remove() {
    return unlessNewer(map -> map.remove(key).mapEmpty());
  }

  private Future<Void> unlessNewer(Work work) {
    return vertx
        .sharedData()
        .<String, String>getAsyncMap(SessionCache.MAP)
        .compose(
            map ->
                map.get(key)
                    .compose(text -> isNewer(text) ? Future.succeededFuture() : work.applyTo(map)));
  }

  private boolean isNewer(String text) {
    return text != null && new JsonObject(text).getLong("generation", 0L) > generation;
  }

  /** A change of the map. */
  private interface Work {
    Future<Void> applyTo(AsyncMap<String, String> map);
  }
}
