package dev.waggle.gateway.access;

import dev.waggle.contract.SessionName;
import java.util.Set;

/**
 * Somebody who has shown a good key.
 *
 * @param name fit for logs; never the key
 * @param role what kind of key it was
 * @param sessions the sessions that a key of single sessions is good for; empty for administrators
 * @param actions what it is good for there; empty for administrators
 */
public record Principal(String name, Role role, Set<SessionName> sessions, Set<Action> actions) {

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

  /** Somebody who may do everything. */
  public static Principal admin(String name) {
    return new Principal(name, Role.ADMIN, Set.of(), Set.of());
  }

  /** Whether this is an administrator. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
