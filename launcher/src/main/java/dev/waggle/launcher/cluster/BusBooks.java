package dev.waggle.launcher.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.multimap.MultiMap;
import io.vertx.core.Completable;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.impl.HazelcastNodeInfo;
import io.vertx.spi.cluster.hazelcast.impl.HazelcastRegistrationInfo;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The bus's two books in Hazelcast: who listens at an address, and where a member's bus is. They
 * are read past Vert.x, whose reads share one lock with its repairs of the book, so that a single
 * call which Hazelcast has lost keeps all of them waiting for ten seconds. A read that is not
 * answered is made again beside the first: such losses concern one call, not a partition.
 *
 * <p>The names of the books and the form of their entries are Vert.x's own (vertx-hazelcast 5.0).
 * Safe for all threads.
 */
final class BusBooks {

  private static final String LISTENERS = "__vertx.subs";
  private static final String MEMBERS = "__vertx.nodeInfo";
  private static final long[] AGAIN_AFTER_MS = {500, 1500, 3500, 6000};

  /** A lost call keeps its thread for ten seconds. */
  private static final int READERS = 32;

  private static final int LONGEST_SECONDS = 120;

  private final Vertx vertx;
  private final Supplier<HazelcastInstance> hazelcast;
  private WorkerExecutor readers;

  BusBooks(Vertx vertx, Supplier<HazelcastInstance> hazelcast) {
    this.vertx = vertx;
    this.hazelcast = hazelcast;
  }

  /** Those who listen at an address on the bus, on whatever member. */
  void listeners(String address, Completable<List<RegistrationInfo>> answer) {
    ask(
        () -> {
          MultiMap<String, HazelcastRegistrationInfo> book = hazelcast.get().getMultiMap(LISTENERS);
          return book.get(address).stream().map(HazelcastRegistrationInfo::unwrap).toList();
        },
        answer);
  }

  /** Where a member's bus is; fails when it has not said so, or has gone. */
  void address(String member, Completable<NodeInfo> answer) {
    ask(
        () -> {
          HazelcastNodeInfo address =
              hazelcast.get().<String, HazelcastNodeInfo>getMap(MEMBERS).get(member);
          if (address == null) {
            throw new VertxException("Not a member of the cluster", true);
          }
          return address.unwrap();
        },
        answer);
  }

  private <T> void ask(Callable<T> read, Completable<T> answer) {
    Promise<T> first = Promise.promise();
    read(read, first);
    for (long after : AGAIN_AFTER_MS) {
      long timer = vertx.setTimer(after, again -> read(read, first));
      first.future().onComplete(done -> vertx.cancelTimer(timer));
    }
    first.future().onComplete(answer);
  }

  private <T> void read(Callable<T> read, Promise<T> first) {
    readers().executeBlocking(read, false).onSuccess(first::tryComplete).onFailure(first::tryFail);
  }

  /** Vert.x makes its cluster manager known before it can make threads. */
  private synchronized WorkerExecutor readers() {
    if (readers == null) {
      readers =
          vertx.createSharedWorkerExecutor(
              "waggle-cluster", READERS, LONGEST_SECONDS, TimeUnit.SECONDS);
    }
    return readers;
  }
}
