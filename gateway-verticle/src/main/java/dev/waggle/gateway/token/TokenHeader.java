package dev.waggle.gateway.token;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a token says of its signature, before anybody has checked it.
 *
 * @param keyId which of the signer's keys; null when it does not say
 */
record TokenHeader(String algorithm, String keyId) {

  private static final int PARTS = 3;

  /** Empty for what is no signed token. */
  static Optional<TokenHeader> of(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS || parts[1].isEmpty() || parts[2].isEmpty()) {
      return Optional.empty();
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
      JsonObject header = new JsonObject(json);
      return Optional.of(new TokenHeader(header.getString("alg"), header.getString("kid")));
    } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }
}
