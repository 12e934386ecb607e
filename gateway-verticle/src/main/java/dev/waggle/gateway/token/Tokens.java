package dev.waggle.gateway.token;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Authenticator;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.settings.JwtSettings;
import io.vertx.core.Future;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import java.util.Map;
import java.util.Optional;

/**
 * Takes tokens that a known signer has signed for this gateway and that have not ended. Each
 * algorithm has keys of its own, so a token cannot choose what its signature is checked with.
 */
final class Tokens implements Authenticator {

  private final Map<String, SignerKeys> keys;
  private final JwtSettings settings;

  /**
   * Of these signers.
   *
   * @param keys by algorithm
   */
  Tokens(Map<String, SignerKeys> keys, JwtSettings settings) {
    this.keys = Map.copyOf(keys);
    this.settings = settings;
  }

  @Override
  public Future<Principal> authenticate(String token) {
    Optional<TokenHeader> header = TokenHeader.of(token);
    Optional<SignerKeys> signer =
        header.map(TokenHeader::algorithm).flatMap(name -> Optional.ofNullable(keys.get(name)));
    if (signer.isEmpty()) {
      return Future.failedFuture(refusal(null));
    }
    return signer
        .get()
        .check(header.get().keyId())
        .compose(check -> check.authenticate(new TokenCredentials(token)))
        .map(this::principalOf)
        .recover(failure -> Future.failedFuture(explain(failure)));
  }

  private Principal principalOf(User user) {
    return new TokenClaims(user.attributes().getJsonObject("accessToken"), settings).principal();
  }

  /** The library throws what it pleases at claims of an unexpected form. */
  private static WaggleException explain(Throwable failure) {
    return failure instanceof WaggleException known ? known : refusal(failure);
  }

  static WaggleException refusal(Throwable cause) {
    return new WaggleException(
        ErrorCode.UNAUTHORIZED,
        "This token has ended, or is not signed by a known key for this gateway; get a new one.",
        cause);
  }
}
