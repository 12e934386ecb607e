package dev.waggle.chaos.scale;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Creates and starts sessions, a few at a time, and notes how long each start took. */
final class Starts {

  private static final int AT_A_TIME = 4;
  private static final long LIMIT_SECONDS = 60;

  private final SessionClient client;
  private final Semaphore free = new Semaphore(AT_A_TIME);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Starts(SessionClient client) {
    this.client = client;
  }

  /**
   * Starts so many more.
   *
   * @param from the number of the first
   * @return how long each took to be owned, in nanoseconds, in no order
   * @throws IllegalStateException when one could not be started
   */
  List<Long> start(int from, int count) throws InterruptedException {
    List<Long> times = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < count; i++) {
      take(1);
      start("s%05d".formatted(from + i), times);
    }
    take(AT_A_TIME);
    free.release(AT_A_TIME);
    return times;
  }

  private void start(String name, List<Long> times) {
    long begun = System.nanoTime();
    client
        .create(new SessionName(name), true, SessionConfig.DEFAULT)
        .onSuccess(info -> times.add(System.nanoTime() - begun))
        .onFailure(failure::set)
        .onComplete(done -> free.release());
  }

  private void take(int permits) throws InterruptedException {
    boolean taken = free.tryAcquire(permits, LIMIT_SECONDS, TimeUnit.SECONDS);
    if (!taken || failure.get() != null) {
      throw new IllegalStateException("A session could not be started.", failure.get());
    }
  }
}
