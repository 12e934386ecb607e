package dev.waggle.session.registry;

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

  /** The same node with so many sessions more, for planning ahead. */
  public LiveNode withMore(int count) {
    return new LiveNode(id, sessions + count, maxSessions, freeMemory - count * BROWSER, draining);
  }
}
