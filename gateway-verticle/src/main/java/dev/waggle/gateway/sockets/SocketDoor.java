package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.http.Origins;
import dev.waggle.gateway.settings.SocketSettings;
import dev.waggle.gateway.sockjs.HandshakeHandler;
import dev.waggle.gateway.sockjs.SockJsRouter;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;

/** The plain SockJS door. */
public final class SocketDoor {

  private final Parts parts;

  private SocketDoor(Parts parts) {
    this.parts = parts;
  }

  /** What the sockets of one gateway share. */
  record Parts(Vertx vertx, Access access, SocketSettings settings, Feeds feeds, CatchUp catchUp) {}

  /** A router to be mounted where clients look for the door. */
  public static Router create(
      Vertx vertx, Access access, Origins origins, SocketSettings settings) {
    SessionClient client = new SessionClient(vertx);
    SocketDoor door =
        new SocketDoor(new Parts(vertx, access, settings, new Feeds(client), new CatchUp(client)));
    return SockJsRouter.create(
        vertx, access, origins, handler -> handler.socketHandler(door::opened));
  }

  private void opened(SockJSSocket socket) {
    try {
      OpenSockets.Place place = parts.access().sockets().take();
      Conversation conversation = new Conversation(parts, socket, place);
      HandshakeHandler.shownBy(socket.routingContext())
          .ifPresent(shown -> conversation.welcome(shown.principal()));
    } catch (WaggleException full) {
      socket.write(ServerFrame.plain("connect_error", ServerFrame.problem(full)));
      socket.close(CloseCode.TRY_AGAIN_LATER, full.getMessage());
    }
  }
}
