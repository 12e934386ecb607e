package dev.waggle.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;

/**
 * Tells browsers that pages of the named origins may call the API (CORS); says nothing to others.
 */
public record CrossOrigin(Origins origins) implements PlatformHandler {

  private static final String EXPOSED =
      "X-Request-Id, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset";

  @Override
  public void handle(RoutingContext context) {
    if (!origins.isNamed(context.request())) {
      context.next();
      return;
    }
    MultiMap headers = context.response().headers();
    headers.set(
        HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, context.request().getHeader(HttpHeaders.ORIGIN));
    headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    headers.set(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (isPreflight(context)) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE");
      headers.set(
          HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
          "X-Api-Key, Authorization, Content-Type, X-Request-Id");
      headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
      context.response().setStatusCode(204).end();
    } else {
      context.next();
    }
  }

  private static boolean isPreflight(RoutingContext context) {
    return HttpMethod.OPTIONS.equals(context.request().method())
        && context.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
  }
}
