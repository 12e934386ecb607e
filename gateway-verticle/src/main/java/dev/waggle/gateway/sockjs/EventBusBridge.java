package dev.waggle.gateway.sockjs;

import dev.waggle.contract.Addresses;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.http.Origins;
import dev.waggle.gateway.settings.SocketSettings;
import io.vertx.core.Vertx;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;

/** The SockJS event bus bridge. */
public final class EventBusBridge {

  private static final int ADDRESS_LIMIT = 200;

  private EventBusBridge() {}

  /** A router to be mounted where clients look for the bridge. */
  public static Router create(
      Vertx vertx, Access access, Origins origins, SocketSettings settings) {
    BridgeAuthorizer authorizer =
        new BridgeAuthorizer(vertx, access, settings.keyTimeout().toMillis());
    return SockJsRouter.create(
        vertx, access, origins, handler -> handler.bridge(options(settings), authorizer));
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
