package dev.waggle.launcher;

import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.core.HazelcastInstance;
import dev.waggle.gateway.limit.Buckets;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts that all gateways of a cluster share. Each is a few bytes in a Hazelcast map, changed by
 * compare-and-swap: members that know nothing of Bucket4j only hold and compare bytes. That blocks,
 * so it has a few threads of its own; while Hazelcast hangs only so much may queue up for them.
 */
final class HazelcastBuckets implements Buckets {

  private static final String MAP = "waggle.limits";
  private static final int THREADS = 4;
  private static final int MOST_WAITING = 1_000;

  /** Longer than anything is counted over; a bucket that nobody used for so long is full. */
  private static final Duration LIFE = Duration.ofHours(25);

  /** On each member; strangers with wrong keys must not fill the memory. */
  private static final int MOST_BUCKETS = 100_000;

  private final HazelcastInstance hazelcast;
  private final WorkerExecutor threads;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile ProxyManager<String> buckets;

  /** Touches nothing yet. Vert.x ends the threads when it is closed. */
  HazelcastBuckets(Vertx vertx, HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
    this.threads = vertx.createSharedWorkerExecutor("waggle-limits", THREADS);
  }

  @Override
  public Future<ConsumptionProbe> take(String name, BucketConfiguration size) {
    return work(() -> bucket(name, size).tryConsumeAndReturnRemaining(1));
  }

  @Override
  public Future<Void> giveBack(String name, BucketConfiguration size) {
    return work(
        () -> {
          bucket(name, size).addTokens(1);
          return null;
        });
  }

  private <T> Future<T> work(Callable<T> work) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(new RejectedExecutionException("too many are waiting already"));
    }
    return threads.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
  }

  private Bucket bucket(String name, BucketConfiguration size) {
    return manager().getProxy(name, () -> size);
  }

  /**
   * The map's settings are told to every member, also to those with a configuration of their own.
   */
  private ProxyManager<String> manager() {
    if (buckets == null) {
      if (hazelcast.getConfig().getMapConfigOrNull(MAP) == null) {
        hazelcast.getConfig().addMapConfig(mapConfig());
      }
      buckets = Bucket4jHazelcast.casBasedBuilder(hazelcast.<String, byte[]>getMap(MAP)).build();
    }
    return buckets;
  }

  private static MapConfig mapConfig() {
    MapConfig config = new MapConfig(MAP);
    config.setTimeToLiveSeconds((int) TimeUnit.MILLISECONDS.toSeconds(LIFE.toMillis()));
    config
        .getEvictionConfig()
        .setEvictionPolicy(EvictionPolicy.LRU)
        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
        .setSize(MOST_BUCKETS);
    return config;
  }
}
