package dev.waggle.chaos.traffic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How fast messages are written, and until when. Safe for use by several threads. */
final class Pace {

  private final Duration between;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long triesUntilNanos;

  Pace(Duration between) {
    this.between = between;
  }

  /** From one message of a chat to the next. */
  Duration between() {
    return between;
  }

  /** Whether new messages are written. */
  boolean goesOn() {
    return over.getCount() > 0;
  }

  /** Whether what is under way may be repeated. */
  boolean mayStillTry() {
    return goesOn() || triesUntilNanos - System.nanoTime() > 0;
  }

  /** Nothing new from now on; what is under way has this long to come to an end. */
  void end(Duration grace) {
    triesUntilNanos = System.nanoTime() + grace.toNanos();
    over.countDown();
  }

  /** Waits; less when the end comes meanwhile. */
  void rest(Duration time) {
    try {
      if (goesOn()) {
        over.await(time.toMillis(), TimeUnit.MILLISECONDS);
      } else {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(Duration.ZERO);
    }
  }
}
