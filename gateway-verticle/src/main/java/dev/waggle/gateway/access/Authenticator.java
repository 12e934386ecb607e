package dev.waggle.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;

/** Whose credential is it? The one question that HTTP and sockets ask before everything else. */
@FunctionalInterface
public interface Authenticator {

  /**
   * Looks a credential up, on the caller's event loop; it may have to ask a session node.
   *
   * @param credential an API key or a token, as the caller wrote it; never to be logged
   * @return fails with {@link dev.waggle.contract.ErrorCode#UNAUTHORIZED} when it is nobody's, and
   *     with a retryable code when that cannot be found out at the moment
   */
  Future<Principal> authenticate(String credential);

  /**
   * The same for whoever comes from outside, by HTTP or by a socket.
   *
   * @param from where the connection came from
   * @return may also fail with {@link dev.waggle.contract.ErrorCode#TOO_MANY_REQUESTS}, when too
   *     many wrong ones have come from there
   */
  default Future<Principal> authenticate(String credential, SocketAddress from) {
    return authenticate(credential);
  }
}
