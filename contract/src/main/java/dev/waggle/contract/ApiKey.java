package dev.waggle.contract;

import java.time.Instant;

/**
 * A key as it is kept: everything but the key.
 *
 * @param id the part of the key that may be shown
 * @param name what people call it
 * @param expiresAt null for a key that does not expire
 */
public record ApiKey(String id, String name, KeyScope scope, Instant createdAt, Instant expiresAt) {

  /** The name under which gateways know whoever shows it: {@code key:<id>}. */
  public String principal() {
    return principalOf(id);
  }

  /** The same for a key of which only the id is known. */
  public static String principalOf(String id) {
    return "key:" + id;
  }
}
