package dev.waggle.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The keys that open this gateway: the one from its settings. Compares digests in constant time, so
 * that neither a key's length nor its first letters can be found out by the clock.
 */
public final class ApiKeys {

  private static final Principal ADMIN = Principal.admin("api-key");

  private final byte[] digest;

  /**
   * Keys of which there is one.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public ApiKeys(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("A gateway needs an API key.");
    }
    this.digest = digest(key);
  }

  /** Whose key it is; empty when it is nobody's. */
  public Optional<Principal> authenticate(String key) {
    return MessageDigest.isEqual(digest, digest(key)) ? Optional.of(ADMIN) : Optional.empty();
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
