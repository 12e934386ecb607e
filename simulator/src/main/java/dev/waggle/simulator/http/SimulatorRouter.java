package dev.waggle.simulator.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** The router on which all routes of the stand-in stand. */
public final class SimulatorRouter {

  private SimulatorRouter() {}

  /**
   * A router that reads bodies into memory and answers every failure as a problem document.
   *
   * @param maxBodyBytes of a request
   * @param changed called after every request that may have changed something
   */
  public static Router create(Vertx vertx, long maxBodyBytes, Runnable changed) {
    Router router = Router.router(vertx);
    router.route().failureHandler(Problems::answer);
    router.errorHandler(404, Problems::notFound);
    router.errorHandler(405, Problems::answer);
    router.errorHandler(413, Problems::answer);
    router.route().handler(BodyHandler.create(false).setBodyLimit(maxBodyBytes));
    router.route().handler(ctx -> note(ctx, changed));
    return router;
  }

  private static void note(RoutingContext ctx, Runnable changed) {
    if (!ctx.request().method().equals(HttpMethod.GET)) {
      ctx.addEndHandler(done -> changed.run());
    }
    ctx.next();
  }
}
