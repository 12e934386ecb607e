package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** Turns functions of a request into handlers that answer with JSON, and reads JSON bodies. */
final class Answers {

  private Answers() {}

  /** Answers with what the function returns. */
  static Handler<RoutingContext> object(int status, Function<RoutingContext, JsonObject> answer) {
    return ctx -> send(ctx, status, answer.apply(ctx).toBuffer());
  }

  /** Answers with the list that the function returns. */
  static Handler<RoutingContext> array(Function<RoutingContext, JsonArray> answer) {
    return ctx -> send(ctx, 200, answer.apply(ctx).toBuffer());
  }

  /** Answers with what the future brings. */
  static Handler<RoutingContext> future(
      int status, Function<RoutingContext, Future<JsonObject>> answer) {
    return ctx ->
        answer
            .apply(ctx)
            .onSuccess(json -> send(ctx, status, json.toBuffer()))
            .onFailure(ctx::fail);
  }

  private static void send(RoutingContext ctx, int status, io.vertx.core.buffer.Buffer body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .putHeader("cache-control", "no-store")
        .end(body)
        .onFailure(Problems::clientIsGone);
  }

  /**
   * The request's body, an empty object when there is none.
   *
   * @throws Refusal 400 when it is no JSON object
   */
  static JsonObject body(RoutingContext ctx) {
    if (ctx.body().isEmpty()) {
      return new JsonObject();
    }
    try {
      return new JsonObject(ctx.body().buffer());
    } catch (DecodeException e) {
      throw new Refusal(400, "The body must be a JSON object.");
    }
  }
}
