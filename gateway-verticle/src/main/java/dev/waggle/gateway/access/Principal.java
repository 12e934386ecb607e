package dev.waggle.gateway.access;

/**
 * Somebody who has shown a good key.
 *
 * @param name fit for logs; never the key
 * @param role what kind of key it was
 */
public record Principal(String name, Role role) {

  /** How far a key reaches. */
  public enum Role {
    /** Every action on every session. */
    ADMIN
  }
}
