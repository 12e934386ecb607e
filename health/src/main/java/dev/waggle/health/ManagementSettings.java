package dev.waggle.health;

import dev.waggle.settings.Problems;

/**
 * Where a node tells how it is.
 *
 * @param enabled whether it does
 * @param host the address to listen on; whoever reaches it may read
 * @param port the first port to try; 0 takes a free one
 * @param portCount how many ports from there on may be taken, by the nodes of one machine
 */
public record ManagementSettings(boolean enabled, String host, int port, int portCount) {

  private static final int MOST_PORT = 65_535;

  /** On loopback. */
  public static final ManagementSettings DEFAULT =
      new ManagementSettings(true, "127.0.0.1", 8090, 32);

  public ManagementSettings {
    new Problems()
        .check(!host.isBlank(), "host", "must be an address of this machine, like 127.0.0.1.")
        .range("port", port, 0, MOST_PORT)
        .range("portCount", portCount, 1, 1_000)
        .throwIfAny();
  }

  /** The last port to try. */
  public int lastPort() {
    return port == 0 ? 0 : Math.min(MOST_PORT, port + portCount - 1);
  }
}
