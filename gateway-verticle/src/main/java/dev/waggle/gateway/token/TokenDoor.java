package dev.waggle.gateway.token;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Authenticator;
import dev.waggle.gateway.settings.JwtSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes what checks tokens, as the settings say. */
public final class TokenDoor {

  private static final String HS256 = "HS256";
  private static final String RS256 = "RS256";

  private final Vertx vertx;
  private final JwtSettings settings;

  private TokenDoor(Vertx vertx, JwtSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
  }

  /**
   * Reads the key file and begins to fetch published keys, without waiting for them.
   *
   * @return fails when the file cannot be read or holds no public key
   */
  public static Future<Authenticator> open(Vertx vertx, JwtSettings settings) {
    return settings.isOn()
        ? new TokenDoor(vertx, settings).open()
        : Future.succeededFuture(token -> Future.failedFuture(notTaken()));
  }

  private Future<Authenticator> open() {
    Map<String, SignerKeys> keys = new HashMap<>();
    if (!settings.secret().isEmpty()) {
      keys.put(HS256, always(check(HS256, Buffer.buffer(settings.secret()))));
    }
    if (!settings.jwksUrl().isEmpty()) {
      PublishedKeys published =
          new PublishedKeys(vertx, URI.create(settings.jwksUrl()), this::check);
      published.refresh();
      keys.put(RS256, published);
    }
    return settings.publicKey().isEmpty()
        ? Future.succeededFuture(new Tokens(keys, settings))
        : readPublicKey().map(check -> new Tokens(with(keys, check), settings));
  }

  /** A file wins over an address: whoever names both wants to do without the address. */
  private static Map<String, SignerKeys> with(Map<String, SignerKeys> keys, JWTAuth check) {
    keys.put(RS256, always(check));
    return keys;
  }

  private Future<JWTAuth> readPublicKey() {
    return vertx
        .fileSystem()
        .readFile(settings.publicKey())
        .map(pem -> check(RS256, pem))
        .recover(
            failure ->
                Future.failedFuture(
                    new IllegalArgumentException(
                        "gateway.jwt.public-key names no readable PEM file with a public key.",
                        failure)));
  }

  private JWTAuth check(String algorithm, Buffer key) {
    return JWTAuth.create(
        vertx, rules().addPubSecKey(new PubSecKeyOptions().setAlgorithm(algorithm).setBuffer(key)));
  }

  private JWTAuth check(List<JsonObject> published) {
    return JWTAuth.create(vertx, rules().setJwks(published));
  }

  private JWTAuthOptions rules() {
    JWTOptions options = new JWTOptions().setLeeway((int) settings.leeway().toSeconds());
    if (!settings.issuer().isEmpty()) {
      options.setIssuer(settings.issuer());
    }
    if (!settings.audience().isEmpty()) {
      options.setAudience(List.of(settings.audience()));
    }
    return new JWTAuthOptions().setJWTOptions(options);
  }

  private static SignerKeys always(JWTAuth check) {
    return keyId -> Future.succeededFuture(check);
  }

  private static WaggleException notTaken() {
    return new WaggleException(
        ErrorCode.UNAUTHORIZED, "This gateway takes no tokens; show an API key.");
  }
}
