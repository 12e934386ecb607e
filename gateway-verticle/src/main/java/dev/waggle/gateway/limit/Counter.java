package dev.waggle.gateway.limit;

import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, and lets pass what cannot be counted in time. */
final class Counter {

  private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

  /** Callers wait so long for a count at most. */
  private static final long PATIENCE_MILLIS = 500;

  private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Buckets buckets;
  private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

  Counter(Buckets buckets) {
    this.buckets = buckets;
  }

  /**
   * Counts one.
   *
   * @param whose by which it is counted
   * @param inWords the same for the sentence of a refusal
   */
  Future<Allowance> count(Limit limit, String whose, String inWords) {
    if (limit.isOff()) {
      return Future.succeededFuture(Allowance.UNLIMITED);
    }
    return buckets
        .take(limit.bucketOf(whose), limit.size())
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .map(probe -> limit.judge(probe, inWords))
        .recover(this::pass);
  }

  void giveBack(Limit limit, String whose) {
    if (!limit.isOff()) {
      buckets.giveBack(limit.bucketOf(whose), limit.size()).onFailure(this::tell);
    }
  }

  private Future<Allowance> pass(Throwable failure) {
    if (failure instanceof WaggleException refusal) {
      return Future.failedFuture(refusal);
    }
    tell(failure);
    return Future.succeededFuture(Allowance.UNLIMITED);
  }

  /** One line a minute: whoever is not counted comes again, and again. */
  private void tell(Throwable failure) {
    long now = System.nanoTime();
    long due = nextLine.get();
    if (now - due >= 0 && nextLine.compareAndSet(due, now + SILENCE_NANOS)) {
      LOG.warn("rate limits cannot be looked up, callers pass: {}", failure.toString());
    }
  }
}
