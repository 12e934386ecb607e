package dev.waggle.session.browser;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
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
  private static final long DELAY_MS = 200;

  private final Vertx vertx;
  private final Supplier<Future<JsonObject>> read;
  private final Function<JsonObject, Future<Void>> write;
  private boolean due;
  private boolean busy;

  /**
   * A keeper for one page.
   *
   * @param read asks the page for its storage
   * @param write puts it on disk
   */
  StorageKeeper(
      Vertx vertx, Supplier<Future<JsonObject>> read, Function<JsonObject, Future<Void>> write) {
    this.vertx = vertx;
    this.read = read;
    this.write = write;
  }

  /** The page has changed its storage. */
  void changed() {
    due = true;
    if (!busy) {
      busy = true;
      vertx.setTimer(DELAY_MS, now -> renew());
    }
  }

  private void renew() {
    due = false;
    read.get()
        .compose(write)
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
