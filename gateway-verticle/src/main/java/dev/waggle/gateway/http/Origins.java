package dev.waggle.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;

/**
 * Which web pages may talk to this gateway: its own, and those of the origins it was told. Callers
 * that are not browsers send no origin and are not meant.
 */
public record Origins(List<String> allowed) {

  /** Whether the request comes from a page that may open a socket. */
  public boolean accepts(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || isOwn(origin, request) || allowed.contains(origin);
  }

  /** Whether it comes from another site's page that was named in the settings. */
  boolean isNamed(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && allowed.contains(origin);
  }

  /** Compares host and port alone: a proxy may have taken off the TLS. */
  private static boolean isOwn(String origin, HttpServerRequest request) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
