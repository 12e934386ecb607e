package dev.waggle.gateway.sockjs;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.ApiKeys;
import dev.waggle.gateway.access.Credentials;
import dev.waggle.gateway.http.Origins;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.Optional;

/**
 * Checks every request of a socket client: it must come from a page that may open sockets, and a
 * key that it shows must be good. One that shows none may still do so in its first message.
 */
record HandshakeHandler(ApiKeys keys, Origins origins) implements PlatformHandler {

  private static final String KEY = HandshakeHandler.class.getName();

  @Override
  public void handle(RoutingContext context) {
    if (!origins.accepts(context.request())) {
      context.fail(
          new WaggleException(
              ErrorCode.FORBIDDEN,
              "This page's origin is not among the gateway's allowed origins; add it there."));
      return;
    }
    Optional<String> key = Credentials.inHandshake(context.request());
    if (key.isPresent() && key.flatMap(keys::authenticate).isEmpty()) {
      context.fail(new WaggleException(ErrorCode.UNAUTHORIZED, "This API key is not known here."));
      return;
    }
    key.ifPresent(shown -> context.put(KEY, shown));
    context.next();
  }

  /** The good key that the handshake showed; null when it showed none. */
  static String keyOf(RoutingContext context) {
    return context.get(KEY);
  }
}
