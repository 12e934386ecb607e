package dev.waggle.gateway.settings;

import dev.waggle.settings.Problems;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Whose tokens a gateway takes beside keys; nobody's when it has neither secret nor key nor URL.
 *
 * @param secret what HS256 tokens are signed with, at least 32 bytes
 * @param publicKey a PEM file with the public key that RS256 tokens are signed for
 * @param jwksUrl where the identity provider publishes such keys
 * @param issuer what {@code iss} must be; empty takes any
 * @param audience what {@code aud} must hold; empty takes any
 * @param roleClaim the claim with the holder's role or roles; dots lead into objects
 * @param adminRole the role of administrators, in any case
 * @param leeway how far clocks may differ
 */
public record JwtSettings(
    String secret,
    String publicKey,
    String jwksUrl,
    String issuer,
    String audience,
    String roleClaim,
    String adminRole,
    Duration leeway) {

  /** Nobody's tokens. */
  public static final JwtSettings OFF =
      new JwtSettings("", "", "", "", "", "role", "ADMIN", Duration.ZERO);

  /** As many bytes as the hash has; RFC 7518 asks for it. */
  private static final int LEAST_SECRET = 32;

  public JwtSettings {
    int secretBytes = secret.getBytes(StandardCharsets.UTF_8).length;
    new Problems()
        .check(
            secret.isEmpty() || secretBytes >= LEAST_SECRET,
            "secret",
            "must have at least " + LEAST_SECRET + " bytes.")
        .check(
            jwksUrl.isEmpty() || isHttp(jwksUrl),
            "jwksUrl",
            "must be an address such as https://id.example.com/jwks.json.")
        .check(!roleClaim.isBlank(), "roleClaim", "must be a claim's name.")
        .check(!adminRole.isBlank(), "adminRole", "must be a role's name.")
        .range("leeway", leeway, Duration.ZERO, Duration.ofMinutes(5))
        .throwIfAny();
  }

  /** Whether any token can be good. */
  public boolean isOn() {
    return !(secret.isEmpty() && publicKey.isEmpty() && jwksUrl.isEmpty());
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getScheme() != null && uri.getScheme().matches("https?") && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Everything but the secret. */
  @Override
  public String toString() {
    return "JwtSettings[publicKey="
        + publicKey
        + ", jwksUrl="
        + jwksUrl
        + ", issuer="
        + issuer
        + ", audience="
        + audience
        + ", roleClaim="
        + roleClaim
        + ", adminRole="
        + adminRole
        + ", leeway="
        + leeway
        + "]";
  }
}
