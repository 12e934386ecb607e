package dev.waggle.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts of this JVM alone, for a node that is no member of a cluster. A bucket that is full again
 * is as good as none and is dropped.
 */
public final class LocalBuckets implements Buckets {

  private static final long SWEEP_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final TimeMeter clock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final AtomicLong nextSweep;

  public LocalBuckets() {
    this(TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** Buckets that fill by another clock. */
  LocalBuckets(TimeMeter clock) {
    this.clock = clock;
    this.nextSweep = new AtomicLong(clock.currentTimeNanos() + SWEEP_NANOS);
  }

  @Override
  public Future<ConsumptionProbe> take(String name, BucketConfiguration size) {
    sweep();
    return Future.succeededFuture(bucket(name, size).tryConsumeAndReturnRemaining(1));
  }

  @Override
  public Future<Void> giveBack(String name, BucketConfiguration size) {
    bucket(name, size).addTokens(1);
    return Future.succeededFuture();
  }

  /** How many are kept. */
  int count() {
    return buckets.size();
  }

  private Bucket bucket(String name, BucketConfiguration size) {
    return buckets.computeIfAbsent(name, absent -> create(size));
  }

  private Bucket create(BucketConfiguration size) {
    var builder = Bucket.builder().withCustomTimePrecision(clock);
    for (var bandwidth : size.getBandwidths()) {
      builder.addLimit(bandwidth);
    }
    return builder.build();
  }

  private void sweep() {
    long now = clock.currentTimeNanos();
    long due = nextSweep.get();
    if (now - due >= 0 && nextSweep.compareAndSet(due, now + SWEEP_NANOS)) {
      buckets.values().removeIf(LocalBuckets::isFull);
    }
  }

  private static boolean isFull(Bucket bucket) {
    return bucket.asVerbose().getAvailableTokens().getDiagnostics().calculateFullRefillingTime()
        == 0;
  }
}
