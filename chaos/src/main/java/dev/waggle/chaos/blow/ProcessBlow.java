package dev.waggle.chaos.blow;

import java.time.Duration;
import java.util.Set;

/** Kills a process that a node has started; the node is to see to the rest by itself. */
record ProcessBlow(BlowKind kind, String machine, Set<String> sessions, ProcessHandle process)
    implements Blow {

  @Override
  public boolean strike() {
    return process.destroyForcibly();
  }

  @Override
  public Duration lasts() {
    return Duration.ZERO;
  }

  @Override
  public void mend() {
    // Nobody but its node can.
  }
}
