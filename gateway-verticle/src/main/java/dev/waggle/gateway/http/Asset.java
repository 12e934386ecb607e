package dev.waggle.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * A file that is served as it is, from memory.
 *
 * @param policy its Content-Security-Policy; null keeps the strictest
 */
record Asset(String contentType, Buffer body, String etag, String policy) {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8",
          "json", "application/json",
          "yaml", "application/yaml");

  static Asset of(String fileName, byte[] bytes, String policy) {
    String type = TYPES.get(fileName.substring(fileName.lastIndexOf('.') + 1));
    return new Asset(type, Buffer.buffer(bytes), etag(bytes), policy);
  }

  /** Reads a resource; blocks. */
  static Asset resource(String path, String policy) {
    try (InputStream in = Asset.class.getResourceAsStream(path)) {
      return of(path, in.readAllBytes(), policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void serve(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.ETAG, etag);
    if (policy != null) {
      response.putHeader(SecurityHeaders.POLICY, policy);
    }
    if (etag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(body);
    }
  }

  private static String etag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
