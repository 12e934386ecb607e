package dev.waggle.gateway.http;

import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.limit.RateLimits;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;

/** Counts the requests of each key, before their bodies are read. */
record RequestLimitHandler(RateLimits limits) implements PlatformHandler {

  @Override
  public void handle(RoutingContext context) {
    Principal who = ApiKeyHandler.principalOf(context);
    if (who == null) {
      context.next();
      return;
    }
    new PausedRequest(context)
        .whenKnown(
            limits.request(who),
            left -> {
              left.writeTo(context.response().headers());
              context.next();
            });
  }
}
