package dev.waggle.gateway.sockets;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.access.Principal.Role;
import dev.waggle.gateway.access.Revocations;
import dev.waggle.gateway.http.Origins;
import dev.waggle.gateway.settings.FrameSettings;
import dev.waggle.gateway.settings.SocketSettings;
import dev.waggle.gateway.support.Await;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The door alone, with low limits and with a key for each session: its own name. */
final class DoorServer implements AutoCloseable {

  /** A name that is no key of anybody. */
  static final String WRONG_KEY = "wrong";

  static final int SMALL_BUFFER = 16 * 1024;

  static final SocketSettings SETTINGS =
      new SocketSettings(
          Duration.ofSeconds(10),
          Duration.ofMillis(1500),
          2,
          0,
          0,
          new FrameSettings(512, 20, SMALL_BUFFER));

  private final Vertx vertx = Vertx.vertx();
  private final Door door = new Door();

  DoorServer() {
    Await.result(vertx.deployVerticle(door));
  }

  Vertx vertx() {
    return vertx;
  }

  int port() {
    return door.server.actualPort();
  }

  private static Future<Principal> authenticate(String key) {
    return key.equals(WRONG_KEY)
        ? Future.failedFuture(new WaggleException(ErrorCode.UNAUTHORIZED, "Not known here."))
        : Future.succeededFuture(
            new Principal("key:" + key, Role.SESSION, sessions(key), Set.of(Action.READ)));
  }

  /** {@code sales-and-north} opens two. */
  private static Set<SessionName> sessions(String key) {
    return Arrays.stream(key.split("-and-")).map(SessionName::new).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    Await.result(vertx.close());
  }

  private static final class Door extends VerticleBase {

    private HttpServer server;

    @Override
    public Future<?> start() {
      return Revocations.listen(vertx)
          .map(
              revocations ->
                  new Access(
                      DoorServer::authenticate,
                      AccessPolicy.BY_SCOPE,
                      revocations,
                      new OpenSockets(0, 0)))
          .compose(this::listen);
    }

    private Future<HttpServer> listen(Access access) {
      Router router = Router.router(vertx);
      router
          .route("/sockets/*")
          .subRouter(SocketDoor.create(vertx, access, new Origins(List.of()), SETTINGS));
      return vertx
          .createHttpServer(
              new HttpServerOptions()
                  .setHost("127.0.0.1")
                  .setPort(0)
                  .setSendBufferSize(SMALL_BUFFER))
          .requestHandler(router)
          .listen()
          .onSuccess(listening -> server = listening);
    }
  }
}
