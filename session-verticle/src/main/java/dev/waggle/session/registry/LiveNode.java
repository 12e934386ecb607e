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

  /** Whether one more session fits. */
  public boolean hasRoom() {
    return !draining && sessions < maxSessions;
  }

  /** The same node with one session more, for planning ahead. */
  public LiveNode withOneMore() {
    return new LiveNode(id, sessions + 1, maxSessions, freeMemory, draining);
  }
}
