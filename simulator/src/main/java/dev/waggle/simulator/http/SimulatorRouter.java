package dev.waggle.simulator.http;

import dev.waggle.simulator.chat.ChatServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** The router on which all routes of the stand-in stand. */
public final class SimulatorRouter {

  /** Where a page opens its WebSocket. */
  public static final String SOCKET_PATH = "/ws/chat";

  private SimulatorRouter() {}

  /**
   * A router that takes WebSockets, reads bodies into memory and answers every failure as a problem
   * document.
   *
   * @param maxBodyBytes of a request
   * @param changed called after every request that may have changed something
   */
  public static Router create(Vertx vertx, ChatServer chat, long maxBodyBytes, Runnable changed) {
    Router router = Router.router(vertx);
    router.route().failureHandler(Problems::answer);
    router.errorHandler(404, Problems::notFound);
    router.errorHandler(405, Problems::answer);
    router.errorHandler(413, Problems::answer);
    // Before anything reads the body: an upgraded connection has none.
    router.get(SOCKET_PATH).handler(ctx -> connect(ctx, chat));
    router.route().handler(BodyHandler.create(false).setBodyLimit(maxBodyBytes));
    router.route().handler(ctx -> note(ctx, changed));
    return router;
  }

  private static void connect(RoutingContext ctx, ChatServer chat) {
    Runnable cut = () -> ctx.request().connection().close();
    ctx.request()
        .toWebSocket()
        .onSuccess(socket -> chat.connect(socket, cut))
        .onFailure(cause -> ctx.fail(400));
  }

  private static void note(RoutingContext ctx, Runnable changed) {
    if (!ctx.request().method().equals(HttpMethod.GET)) {
      ctx.addEndHandler(done -> changed.run());
    }
    ctx.next();
  }
}
