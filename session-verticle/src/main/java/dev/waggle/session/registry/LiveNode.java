package dev.waggle.session.registry;

import java.util.Optional;

/**
 * A node that holds its lease.
 *
 * @param sessions how many sessions it owns
 * @param freeMemory bytes that its machine could still give to browsers
 * @param draining whether it takes no more sessions
 */
public record LiveNode(
    String id, int sessions, int maxSessions, long freeMemory, boolean draining) {

  /** What a lean browser takes, roughly. */
  private static final long BROWSER = 100L << 20;

  /** Whether one more session fits. */
  public boolean hasRoom() {
    return !draining && sessions < maxSessions;
  }

  /** Why no more session fits, in a few words; empty when one does. */
  public Optional<String> refusal() {
    if (draining) {
      return Optional.of("draining");
    }
    return hasRoom()
        ? Optional.empty()
        : Optional.of("full (" + sessions + " of " + maxSessions + ")");
  }

  /** How many more sessions it takes. */
  public int places() {
    return draining ? 0 : Math.max(0, maxSessions - sessions);
  }

  /** The same node with so many sessions more, for planning ahead. */
  public LiveNode withMore(int count) {
    return new LiveNode(id, sessions + count, maxSessions, freeMemory - count * BROWSER, draining);
  }
}
