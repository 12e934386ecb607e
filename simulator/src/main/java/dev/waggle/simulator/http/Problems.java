package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Refusal;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what went wrong as {@code application/problem+json}. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** A log holds no full phone number. */
  private static final Pattern NUMBER = Pattern.compile("([0-9]{2})[0-9]+([0-9]{2})");

  private Problems() {}

  /** The failure handler of every route. */
  static void answer(RoutingContext ctx) {
    if (ctx.failure() instanceof Refusal refusal) {
      send(ctx, refusal.code(), refusal.getMessage());
    } else if (ctx.statusCode() > 0 && ctx.statusCode() != 500) {
      send(ctx, ctx.statusCode(), "The request was refused; see the status.");
    } else {
      String path = NUMBER.matcher(ctx.normalizedPath()).replaceAll("$1********$2");
      LOG.error("{} {} failed", ctx.request().method(), path, ctx.failure());
      send(ctx, 500, "The stand-in has failed; its log says why.");
    }
  }

  /** Answers paths that nothing else does. */
  static void notFound(RoutingContext ctx) {
    send(ctx, 404, "There is nothing here; PROTOCOL.md lists every path.");
  }

  private static void send(RoutingContext ctx, int status, String sentence) {
    if (ctx.response().ended() || ctx.response().headWritten()) {
      return;
    }
    JsonObject problem =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", sentence);
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .end(problem.toBuffer())
        .onFailure(Problems::clientIsGone);
  }

  /** Nobody is left to be told. */
  static void clientIsGone(Throwable cause) {
    LOG.debug("A client left before it had its answer: {}", cause.getMessage());
  }
}
