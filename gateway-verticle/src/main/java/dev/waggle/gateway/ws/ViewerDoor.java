package dev.waggle.gateway.ws;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.http.Origins;
import dev.waggle.gateway.limit.RateLimits;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.gateway.single.SingleSession;
import dev.waggle.gateway.single.StatusReader;
import dev.waggle.gateway.sockjs.HandshakeHandler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Where WebSockets come in: their origin and the key of their handshake are checked first. */
public final class ViewerDoor {

  private static final String PATH = "/ws";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Parts parts;

  private ViewerDoor(Parts parts) {
    this.parts = parts;
  }

  /**
   * What the viewers of one event loop share.
   *
   * @param keyTimeout how long a viewer may take to show a key
   */
  record Parts(
      Vertx vertx,
      Access access,
      RateLimits limits,
      SessionName session,
      SingleSession single,
      StatusReader statuses,
      ViewerRoom room,
      ConnectedClients clients,
      Duration keyTimeout) {}

  /** Opens the door on a router. */
  public static void addTo(
      Router router,
      Vertx vertx,
      Access access,
      RateLimits limits,
      Origins origins,
      GatewaySettings settings,
      ConnectedClients clients) {
    SessionClient sessions = new SessionClient(vertx);
    SessionName session = SessionName.of(settings.defaultSession());
    ViewerDoor door =
        new ViewerDoor(
            new Parts(
                vertx,
                access,
                limits,
                session,
                new SingleSession(sessions),
                new StatusReader(vertx, PATIENCE),
                new ViewerRoom(vertx, sessions, session),
                clients,
                settings.sockets().keyTimeout()));
    router.get(PATH).handler(new HandshakeHandler(access, origins)).handler(door::enter);
  }

  private void enter(RoutingContext context) {
    if (!"websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE))) {
      throw new WaggleException(ErrorCode.INVALID_REQUEST, "Open this address as a WebSocket.");
    }
    Optional<Principal> shown =
        HandshakeHandler.shownBy(context).map(HandshakeHandler.Shown::principal);
    context
        .request()
        .toWebSocket()
        .onSuccess(socket -> seat(socket, shown))
        .onFailure(context::fail);
  }

  /** There may have been room for several when they knocked, and then for one only. */
  private void seat(ServerWebSocket socket, Optional<Principal> shown) {
    try {
      new Viewer(parts, socket, parts.access().sockets().take()).open(shown);
    } catch (WaggleException full) {
      socket.writeTextMessage(ViewerFrames.error(full.getMessage()));
      socket.close(OpenSockets.TRY_AGAIN_LATER);
    }
  }
}
