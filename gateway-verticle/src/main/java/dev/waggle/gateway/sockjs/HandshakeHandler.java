package dev.waggle.gateway.sockjs;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.access.Credentials;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.http.Origins;
import dev.waggle.gateway.http.PausedRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.Optional;

/**
 * Checks every request of a socket client: it must come from a page that may open sockets, there
 * must be room for one more when it opens one, and a key that it shows must be good. One that shows
 * none may still do so in its first message.
 */
public record HandshakeHandler(Access access, Origins origins) implements PlatformHandler {

  private static final String SHOWN = HandshakeHandler.class.getName();

  /**
   * What a handshake has shown.
   *
   * @param credential the good key or token itself; never to be logged
   */
  public record Shown(String credential, Principal principal) {
    @Override
    public String toString() {
      return "Shown[" + principal.name() + "]";
    }
  }

  @Override
  public void handle(RoutingContext context) {
    PausedRequest request = new PausedRequest(context);
    if (!origins.accepts(context.request())) {
      request.refuse(
          new WaggleException(
              ErrorCode.FORBIDDEN,
              "This page's origin is not among the gateway's allowed origins; add it there."));
      return;
    }
    Optional<String> credential = Credentials.inHandshake(context.request());
    if (credential.isEmpty()) {
      enter(context);
      return;
    }
    request.whenKnown(
        access.authenticator().authenticate(credential.get(), context.request().remoteAddress()),
        principal -> enter(context.put(SHOWN, new Shown(credential.get(), principal))));
  }

  /** Refuses what is to become a socket beyond the limits; other transports open theirs later. */
  private void enter(RoutingContext context) {
    try {
      if ("websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE))) {
        access.sockets().requireRoom();
        shownBy(context).map(Shown::principal).ifPresent(access.sockets()::requireRoom);
      }
      context.next();
    } catch (WaggleException full) {
      context.fail(full);
    }
  }

  /** What the handshake showed; empty when it showed no key. */
  public static Optional<Shown> shownBy(RoutingContext context) {
    return Optional.ofNullable(context.get(SHOWN));
  }
}
