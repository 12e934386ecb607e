package dev.waggle.launcher;

/** What a node does. */
public enum Role {
  /** Speaks HTTP and sockets. */
  GATEWAY,
  /** Runs sessions in browsers. */
  SESSION,
  /** Both, in one JVM. */
  BOTH;

  public boolean isGateway() {
    return this != SESSION;
  }

  public boolean runsSessions() {
    return this != GATEWAY;
  }
}
