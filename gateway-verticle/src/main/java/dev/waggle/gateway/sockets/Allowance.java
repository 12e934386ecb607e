package dev.waggle.gateway.sockets;

import java.time.Duration;

/** How many frames one client may send in a second. */
final class Allowance {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** A client that goes on after so many refusals in one second does so on purpose. */
  private static final int PATIENCE = 3;

  private final int perSecond;
  private long secondBegan = System.nanoTime();
  private int taken;

  Allowance(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Counts one frame, and says whether it may be taken. */
  boolean take() {
    long now = System.nanoTime();
    if (now - secondBegan >= SECOND) {
      secondBegan = now;
      taken = 0;
    }
    taken++;
    return taken <= perSecond;
  }

  /** Whether the client does not heed what it is told. */
  boolean isAbused() {
    return taken > perSecond * (PATIENCE + 1);
  }
}
