package dev.waggle.session.message;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether a session has messages under way, and when the last one was seen; by this a moment is
 * found in which its browser can be replaced without disturbing anybody. Lives on one context.
 */
public final class Activity {

  private final LongSupplier nanoClock;
  private Promise<Void> finished = Promise.promise();
  private int underWay;
  private long last;

  /** Begins as if something had just happened. */
  public Activity(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.last = nanoClock.getAsLong();
  }

  /** Does what must not be interrupted; a failure to begin fails the future. */
  public <T> Future<T> during(Supplier<Future<T>> work) {
    underWay++;
    return Future.succeededFuture().compose(begun -> work.get()).onComplete(done -> finishOne());
  }

  /** A message came or went further. */
  public void happened() {
    last = nanoClock.getAsLong();
  }

  /** Whether nothing is under way and nothing has happened for so long. */
  public boolean isQuietFor(Duration time) {
    return underWay == 0 && nanoClock.getAsLong() - last >= time.toNanos();
  }

  /** Done when nothing is under way; never fails. */
  public Future<Void> finished() {
    return underWay == 0 ? Future.succeededFuture() : finished.future();
  }

  private void finishOne() {
    underWay--;
    happened();
    if (underWay == 0) {
      Promise<Void> reached = finished;
      finished = Promise.promise();
      reached.complete();
    }
  }
}
