package dev.waggle.gateway.token;

import io.vertx.core.Future;
import io.vertx.ext.auth.jwt.JWTAuth;

/** Keys to check signatures with. */
@FunctionalInterface
interface SignerKeys {

  /**
   * A check that knows the key.
   *
   * @param keyId null when the token does not name its key
   * @return fails with UNAUTHORIZED when the signer has no such key, and with a retryable code when
   *     that cannot be found out at the moment
   */
  Future<JWTAuth> check(String keyId);
}
