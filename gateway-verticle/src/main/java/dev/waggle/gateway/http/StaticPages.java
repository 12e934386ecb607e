package dev.waggle.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The pages, what they load, and the API document. All of it is known at start and kept in memory,
 * so there is no path that a request could lead astray. None of it holds data: no key is needed.
 */
public final class StaticPages {

  private static final int METHOD_NOT_ALLOWED = 405;
  private static final String FOLDER = "/gateway-web/";
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Each page's file, by the path at which it is served. */
  private static final Map<String, String> PAGES =
      Map.of(
          "/", "index.html",
          "/docs", "docs.html",
          "/example-client.html", "example-client.html",
          "/qr-login.html", "qr-login.html",
          "/sessions.html", "sessions.html");

  private final Map<String, Asset> assets;

  private StaticPages(Map<String, Asset> assets) {
    this.assets = assets;
  }

  /** Reads everything on a worker thread. */
  public static Future<StaticPages> load(Vertx vertx, ApiDocument document) {
    return vertx.executeBlocking(() -> new StaticPages(read(document)));
  }

  /** Adds a route for each, and refuses other methods there. */
  public void addTo(Router router) {
    assets.forEach(
        (path, asset) -> {
          router.get(path).handler(asset::serve);
          router.route(path).handler(context -> context.fail(METHOD_NOT_ALLOWED));
        });
  }

  private static Map<String, Asset> read(ApiDocument document) {
    Map<String, Asset> assets = new HashMap<>();
    PAGES.forEach((path, file) -> assets.put(path, Asset.resource(FOLDER + file, PAGE_POLICY)));
    assets.put("/openapi.yaml", Asset.of("openapi.yaml", utf8(document.yaml()), null));
    assets.put("/openapi.json", Asset.of("openapi.json", utf8(document.json().encode()), null));
    for (String file : PageFiles.in(FOLDER)) {
      assets.put("/assets/" + file, Asset.resource(FOLDER + file, null));
    }
    return Map.copyOf(assets);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
