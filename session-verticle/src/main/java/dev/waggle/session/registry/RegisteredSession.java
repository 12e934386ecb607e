package dev.waggle.session.registry;

import dev.waggle.contract.SessionInfo;

/**
 * A session as the registry knows it at this moment.
 *
 * @param info its node is the owner that holds a lease now; its status is never a running one when
 *     there is no such owner, except RECONNECTING for a session that waits to be taken over
 */
public record RegisteredSession(SessionInfo info) {

  /** Whether a node with a valid lease owns it. */
  public boolean isOwned() {
    return info.node() != null;
  }
}
