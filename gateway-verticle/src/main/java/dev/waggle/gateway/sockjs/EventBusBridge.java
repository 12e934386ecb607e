package dev.waggle.gateway.sockjs;

import dev.waggle.contract.Addresses;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.http.Origins;
import dev.waggle.gateway.settings.SocketSettings;
import io.vertx.core.Vertx;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.Transport;

/** The SockJS event bus bridge. */
public final class EventBusBridge {

  /** Registrations are short; nothing else comes in. */
  private static final long BODY_LIMIT = 64L * 1024;

  private static final int ADDRESS_LIMIT = 200;

  /** The library's own frame would load its client from a host of strangers. */
  private static final String CLIENT = "/assets/vendor/sockjs.min.js";

  private EventBusBridge() {}

  /** A router to be mounted where clients look for the bridge. */
  public static Router create(
      Vertx vertx, Access access, Origins origins, SocketSettings settings) {
    Router router = Router.router(vertx);
    router.route().handler(new HandshakeHandler(access.authenticator(), origins));
    // Only frames that are posted have a body. An upgrade may say "Content-Length: 0" (Java's own
    // client does), and a body that has been waited for can no longer be upgraded.
    router.post().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
    BridgeAuthorizer authorizer =
        new BridgeAuthorizer(vertx, access, settings.keyTimeout().toMillis());
    router
        .route("/*")
        .subRouter(SockJSHandler.create(vertx, transports()).bridge(options(settings), authorizer));
    return router;
  }

  /**
   * Without the transports that need inline scripts in a frame, which our pages' policy forbids.
   */
  private static SockJSHandlerOptions transports() {
    return new SockJSHandlerOptions()
        .setInsertJSESSIONID(false)
        .setLibraryURL(CLIENT)
        .addDisabledTransport(Transport.HTML_FILE.name())
        .addDisabledTransport(Transport.JSON_P.name());
  }

  /** Permits listening to feeds; permits nothing inbound, by naming nothing. */
  private static SockJSBridgeOptions options(SocketSettings settings) {
    return new SockJSBridgeOptions()
        .addOutboundPermitted(new PermittedOptions().setAddressRegex(Addresses.FEED_PATTERN))
        .setPingTimeout(settings.pingTimeout().toMillis())
        .setMaxHandlersPerSocket(settings.maxHandlers())
        .setMaxAddressLength(ADDRESS_LIMIT);
  }
}
