package dev.waggle.chaos.blow;

import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.cluster.Machine;
import java.time.Duration;
import java.util.Set;

/** Takes a whole session node away for a while. */
record NodeBlow(
    BlowKind kind, ChaosCluster cluster, Machine node, Set<String> sessions, Duration lasts)
    implements Blow {

  /** A drain may take its configured 60 s, and what it ends by itself after that 30 s more. */
  private static final Duration END = Duration.ofSeconds(100);

  @Override
  public String machine() {
    return node.name();
  }

  @Override
  public boolean strike() {
    switch (kind) {
      case KILL -> node.jvm().process().kill();
      case FREEZE -> node.jvm().process().freeze();
      case CUT_OFF -> node.cutOff();
      case DRAIN -> node.jvm().process().beginToTerminate();
      case DRAIN_BY_API -> cluster.drain(node);
      default -> throw new IllegalStateException(kind + " strikes no node");
    }
    return true;
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
    int exitCode = node.jvm().process().await(END);
    if (kind.isDrain() && exitCode != 0) {
      throw new AssertionError(machine() + " was told to end, and did so with code " + exitCode);
    }
    node.start();
  }
}
