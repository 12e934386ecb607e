package dev.waggle.session.lifecycle;

import io.vertx.core.Vertx;
import java.time.Duration;

/** At most one pending action; setting a new one calls the old one off. */
final class Deadline {

  private static final long NONE = -1;

  private final Vertx vertx;
  private long timer = NONE;

  Deadline(Vertx vertx) {
    this.vertx = vertx;
  }

  void set(Duration after, Runnable action) {
    clear();
    timer = vertx.setTimer(Math.max(1, after.toMillis()), fired -> action.run());
  }

  void clear() {
    vertx.cancelTimer(timer);
    timer = NONE;
  }
}
