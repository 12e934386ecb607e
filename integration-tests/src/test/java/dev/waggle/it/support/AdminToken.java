package dev.waggle.it.support;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of somebody else's identity provider (JWT, HS256), written by hand so that they share no
 * code with what checks them.
 */
public final class AdminToken {

  /** What the shared cluster is told to believe. */
  static final String SECRET = "a-secret-of-the-tests-with-more-than-32-bytes";

  private AdminToken() {}

  /** A token of an hour for somebody of this role. */
  public static String sign(String role) {
    JsonObject claims =
        new JsonObject()
            .put("sub", "somebody")
            .put("role", role)
            .put("iat", Instant.now().getEpochSecond())
            .put("exp", Instant.now().plusSeconds(3_600).getEpochSecond());
    String signed =
        part(new JsonObject().put("alg", "HS256").put("typ", "JWT").encode())
            + "."
            + part(claims.encode());
    return signed + "." + base64(hmac(signed));
  }

  private static byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(String json) {
    return base64(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
