package dev.waggle.chaos.blow;

/** What can be done to a cluster. */
public enum BlowKind {
  /** SIGKILL of a session node; it is started again. */
  KILL(true),
  /** SIGSTOP of a session node for longer than its lease, then SIGCONT. */
  FREEZE(true),
  /** SIGTERM of a session node, which hands its sessions over; it is started again. */
  DRAIN(true),
  /** The same on a request to a gateway. */
  DRAIN_BY_API(true),
  /** A session node's network is taken away for longer than its lease, and given back. */
  CUT_OFF(true),
  /** SIGKILL of one session's browser. */
  BROWSER(false),
  /** SIGKILL of the process that renders one session's page. */
  RENDERER(false),
  /** SIGKILL of a driver, with which all of its browsers go. */
  DRIVER(false);

  private final boolean ofNode;

  BlowKind(boolean ofNode) {
    this.ofNode = ofNode;
  }

  /** Whether a whole node is away for a while. */
  public boolean isOfNode() {
    return ofNode;
  }

  /** Whether a node is to hand its sessions over and to end by itself. */
  public boolean isDrain() {
    return this == DRAIN || this == DRAIN_BY_API;
  }
}
