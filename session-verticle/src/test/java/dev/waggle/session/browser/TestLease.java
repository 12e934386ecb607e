package dev.waggle.session.browser;

import dev.waggle.session.page.OwnerLease;
import java.time.Duration;

/** A lease that is renewed all the time, until the test lets it run out. */
final class TestLease implements OwnerLease {

  private volatile Duration span = Duration.ofMinutes(1);
  private volatile boolean renewing = true;
  private volatile long end;

  /** It holds for so long from each moment on. */
  void renewFor(Duration time) {
    span = time;
  }

  /** Renews it no more: from now on its time runs. */
  void letGo() {
    end = System.nanoTime() + span.toNanos();
    renewing = false;
  }

  /** Has it end at this moment. */
  void lose() {
    span = Duration.ZERO;
  }

  @Override
  public Duration left() {
    return renewing ? span : Duration.ofNanos(end - System.nanoTime());
  }
}
