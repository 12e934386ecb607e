package dev.waggle.session.browser;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the copy of localStorage renewed soon after every change, one renewal at a time. Lives on one
 * Vert.x context.
 */
final class StorageKeeper {

  private static final Logger log = LoggerFactory.getLogger(StorageKeeper.class);

  /** What a page writes in one go is copied once. */
  private static final long SHORTEST_MS = 20;

  /** A page that writes all the time is not asked more often than this. */
  private static final long BETWEEN_MS = 200;

  private final Vertx vertx;
  private final Supplier<Future<JsonObject>> read;
  private final Function<JsonObject, Future<Void>> write;
  private final Runnable kept;
  private boolean due;
  private boolean busy;
  private long lastNanos;

  /**
   * A keeper for one page.
   *
   * @param read asks the page for its storage
   * @param write puts it on disk
   * @param kept told of every copy that is on disk
   */
  StorageKeeper(
      Vertx vertx,
      Supplier<Future<JsonObject>> read,
      Function<JsonObject, Future<Void>> write,
      Runnable kept) {
    this.vertx = vertx;
    this.read = read;
    this.write = write;
    this.kept = kept;
    this.lastNanos = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(BETWEEN_MS);
  }

  /** The page has changed its storage. */
  void changed() {
    due = true;
    if (!busy) {
      busy = true;
      vertx.setTimer(delay(), now -> renew());
    }
  }

  /** Copies now; done when the copy is on disk. */
  Future<Void> keep() {
    lastNanos = System.nanoTime();
    return read.get().compose(write);
  }

  private long delay() {
    long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastNanos);
    return Math.max(SHORTEST_MS, BETWEEN_MS - since);
  }

  private void renew() {
    due = false;
    keep()
        .onSuccess(written -> kept.run())
        .onFailure(failure -> log.debug("A page's localStorage was not copied", failure))
        .onComplete(done -> again());
  }

  private void again() {
    busy = false;
    if (due) {
      changed();
    }
  }
}
