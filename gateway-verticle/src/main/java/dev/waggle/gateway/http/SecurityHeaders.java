package dev.waggle.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;

/**
 * Headers that keep browsers from doing more with an answer than it is meant for.
 *
 * @param tls whether they are to come back by HTTPS only
 */
public record SecurityHeaders(boolean tls) implements PlatformHandler {

  static final String POLICY = "Content-Security-Policy";

  @Override
  public void handle(RoutingContext context) {
    MultiMap headers = context.response().headers();
    addTo(headers);
    if (tls) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }

  /** Those that every answer has, also one that no router gives. */
  static void addTo(MultiMap headers) {
    headers.set(POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
  }
}
