package dev.waggle.gateway.access;

import dev.waggle.contract.SessionName;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody who has shown a good key or token.
 *
 * @param name fit for logs; never the key
 * @param role what kind of key it was
 * @param sessions the sessions that a key of single sessions is good for; empty for administrators
 * @param actions what it is good for there; empty for administrators
 * @param expiresAt when the key or token ends, and open sockets with it; null when it does not
 */
public record Principal(
    String name, Role role, Set<SessionName> sessions, Set<Action> actions, Instant expiresAt) {

  /** How far a key reaches. */
  public enum Role {
    /** Every action on every session, and on Waggle itself. */
    ADMIN,
    /** Some actions on some sessions. */
    SESSION
  }

  public Principal {
    sessions = Set.copyOf(sessions);
    actions = Set.copyOf(actions);
  }

  /** Somebody whose key does not expire. */
  public Principal(String name, Role role, Set<SessionName> sessions, Set<Action> actions) {
    this(name, role, sessions, actions, null);
  }

  /** Somebody who may do everything. */
  public static Principal admin(String name) {
    return new Principal(name, Role.ADMIN, Set.of(), Set.of());
  }

  /** Whether this is an administrator. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  /** Whether the key has ended by then. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
