package dev.waggle.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;

/** Answers HEAD wherever GET is answered; the server leaves the body out. */
public final class HeadAsGet implements PlatformHandler {

  @Override
  public void handle(RoutingContext context) {
    if (HttpMethod.HEAD.equals(context.request().method())) {
      context.reroute(HttpMethod.GET, context.request().uri());
    } else {
      context.next();
    }
  }
}
