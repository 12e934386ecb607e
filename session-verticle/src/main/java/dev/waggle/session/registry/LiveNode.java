package dev.waggle.session.registry;

import java.util.Optional;

/**
 * A node that holds its lease.
 *
 * @param sessions how many sessions it owns
 * @param freeMemory bytes that its machine could still give to browsers
 * @param minFreeMemory how many of them there must be for one more session
 * @param draining whether it takes no more sessions
 */
public record LiveNode(
    String id,
    int sessions,
    int maxSessions,
    long freeMemory,
    long minFreeMemory,
    boolean draining) {

  /** What a lean browser takes, roughly. */
  public static final long BROWSER = 100L << 20;

  private static final long MEBIBYTE = 1L << 20;

  /** Whether one more session fits. */
  public boolean hasRoom() {
    return refusal().isEmpty();
  }

  /** Why no more session fits, in a few words; empty when one does. */
  public Optional<String> refusal() {
    if (draining) {
      return Optional.of("draining");
    } else if (sessions >= maxSessions) {
      return Optional.of("full (" + sessions + " of " + maxSessions + ")");
    } else if (freeMemory < minFreeMemory) {
      return Optional.of(
          "short of memory ("
              + Math.max(0, freeMemory / MEBIBYTE)
              + " of "
              + minFreeMemory / MEBIBYTE
              + " MiB free)");
    }
    return Optional.empty();
  }

  /** How many more sessions it takes, as far as can be told before they take memory. */
  public int places() {
    return hasRoom() ? maxSessions - sessions : 0;
  }

  /** The same node with so many sessions more, for planning ahead. */
  public LiveNode withMore(int count) {
    return new LiveNode(
        id, sessions + count, maxSessions, freeMemory - count * BROWSER, minFreeMemory, draining);
  }
}
