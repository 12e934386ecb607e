package dev.waggle.session.lifecycle;

import dev.waggle.session.message.Activity;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.RecoverySettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Has the browser of a session that works replaced in a quiet moment: when no message has come or
 * gone for a while, at the latest after a longer while. Only a session that works is touched: one
 * that is being linked is not disturbed, and one that has lost its browser gets a new one anyway.
 */
final class GentleRecycling {

  private static final long LOOK_MS = 250;

  /** The session as it is seen here. */
  interface Host {
    boolean isWorking();

    /** Whether the session is ending or over. */
    boolean isOver();

    /** Replaces the browser when what is under way has ended. */
    void recycle(Reason reason, Future<Void> finished);
  }

  private final Vertx vertx;
  private final Host host;
  private final Activity activity;
  private final RecoverySettings settings;
  private final LongSupplier nanoClock;

  GentleRecycling(
      Vertx vertx,
      Host host,
      Activity activity,
      RecoverySettings settings,
      LongSupplier nanoClock) {
    this.vertx = vertx;
    this.host = host;
    this.activity = activity;
    this.settings = settings;
    this.nanoClock = nanoClock;
  }

  /** Done when the session works again, or when there is nothing more to wait for. Never fails. */
  Future<Void> recycle(Reason reason) {
    Promise<Void> done = Promise.promise();
    awaitQuiet(reason, nanoClock.getAsLong(), done);
    return done.future();
  }

  private void awaitQuiet(Reason reason, long since, Promise<Void> done) {
    if (host.isOver() || !host.isWorking()) {
      done.complete();
    } else if (activity.isQuietFor(settings.quietTime()) || isPast(since, settings.quietWithin())) {
      host.recycle(reason, activity.finished());
      awaitReturn(nanoClock.getAsLong(), done);
    } else {
      vertx.setTimer(LOOK_MS, fired -> awaitQuiet(reason, since, done));
    }
  }

  private void awaitReturn(long since, Promise<Void> done) {
    if (host.isOver() || host.isWorking() || isPast(since, settings.restoreTimeout())) {
      done.complete();
    } else {
      vertx.setTimer(LOOK_MS, fired -> awaitReturn(since, done));
    }
  }

  private boolean isPast(long since, Duration limit) {
    return nanoClock.getAsLong() - since > limit.toNanos();
  }
}
