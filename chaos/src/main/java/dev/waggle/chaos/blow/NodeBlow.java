package dev.waggle.chaos.blow;

import dev.waggle.chaos.cluster.Machine;
import java.time.Duration;
import java.util.Set;

/** Takes a whole session node away for a while. */
record NodeBlow(BlowKind kind, Machine node, Set<String> sessions, Duration lasts) implements Blow {

  @Override
  public String machine() {
    return node.name();
  }

  @Override
  public void strike() {
    switch (kind) {
      case KILL -> node.jvm().process().kill();
      case FREEZE -> node.jvm().process().freeze();
      case CUT_OFF -> node.cutOff();
      case DRAIN -> node.jvm().process().beginToTerminate();
      default -> throw new IllegalStateException(kind + " strikes no node");
    }
  }

  @Override
  public void mend() {
    switch (kind) {
      case FREEZE -> node.jvm().process().thaw();
      case CUT_OFF -> node.reconnect();
      default -> startAgain();
    }
  }

  private void startAgain() {
    int exitCode = node.jvm().process().await();
    if (kind == BlowKind.DRAIN && exitCode != 0) {
      throw new AssertionError(machine() + " was told to end, and did so with code " + exitCode);
    }
    node.start();
  }
}
