package dev.waggle.gateway.access;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The key in the gateway's settings, which opens everything and needs no session node to be known.
 * Compares digests in constant time, so that neither its length nor its first letters can be found
 * out by the clock.
 */
public final class ConfiguredKey implements Authenticator {

  private static final Principal ADMIN = Principal.admin("api-key");

  private final byte[] digest;

  /**
   * The one key.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public ConfiguredKey(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("A gateway needs an API key.");
    }
    this.digest = digest(key);
  }

  @Override
  public Future<Principal> authenticate(String credential) {
    return MessageDigest.isEqual(digest, digest(credential))
        ? Future.succeededFuture(ADMIN)
        : Future.failedFuture(
            new WaggleException(ErrorCode.UNAUTHORIZED, "This API key is not known here."));
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
