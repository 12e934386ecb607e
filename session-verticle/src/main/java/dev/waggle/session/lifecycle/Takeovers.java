package dev.waggle.session.lifecycle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How often the connection was taken back of late. Two rightful-looking owners would take it from
 * each other for ever, so there is a limit within a window.
 */
final class Takeovers {

  private static final int MOST = 3;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final LongSupplier nanoClock;
  private final Deque<Long> recent = new ArrayDeque<>();

  Takeovers(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Counts one more, if there may be one more. */
  boolean tryOnce() {
    long now = nanoClock.getAsLong();
    while (!recent.isEmpty() && now - recent.peekFirst() > WINDOW.toNanos()) {
      recent.removeFirst();
    }
    if (recent.size() == MOST) {
      return false;
    }
    recent.addLast(now);
    return true;
  }
}
