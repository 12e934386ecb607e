package dev.waggle.gateway.access;

import io.vertx.core.Future;

/**
 * Takes what a caller shows to whoever can tell whose it is. The configured key comes first, so
 * that it opens the gateway when nothing else answers; what has a token's two dots is a token, and
 * everything else a stored key.
 */
public record AnyCredential(Authenticator configured, Authenticator tokens, Authenticator stored)
    implements Authenticator {

  private static final int DOTS = 2;

  @Override
  public Future<Principal> authenticate(String credential) {
    return configured
        .authenticate(credential)
        .recover(other -> (isToken(credential) ? tokens : stored).authenticate(credential));
  }

  private static boolean isToken(String credential) {
    return credential.chars().filter(c -> c == '.').count() == DOTS;
  }
}
