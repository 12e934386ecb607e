package dev.waggle.health;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Asks a check for all who want to know at once, so that one that hangs does not pile up. */
final class SharedLook {

  /** For one look; whoever asks has patience of its own, which is usually longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Check check;
  private final AtomicReference<Future<Finding>> underWay = new AtomicReference<>();

  SharedLook(Check check) {
    this.check = check;
  }

  /** What is found now. Never fails. */
  Future<Finding> now() {
    return look()
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(SharedLook::notFound);
  }

  private Future<Finding> look() {
    Future<Finding> other = underWay.get();
    if (other != null && !other.isComplete()) {
      return other;
    }
    Future<Finding> mine = Future.succeededFuture().compose(begin -> check.look());
    underWay.set(mine);
    return mine;
  }

  private static Finding notFound(Throwable failure) {
    return Finding.down(
        failure instanceof java.util.concurrent.TimeoutException
            ? "No answer within " + PATIENCE.toSeconds() + " s."
            : String.valueOf(failure.getMessage()));
  }
}
