package dev.waggle.simulator.http;

import dev.waggle.simulator.account.RandomIds;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * WhatsApp Web's page with its files, and the page to play a phone by hand. The first has a content
 * security policy like the live page's: scripts run by a nonce that is new with every answer.
 */
public final class PageRoutes {

  private static final int NONCE_BYTES = 16;
  private static final String PAGE_POLICY =
      "default-src 'self'; script-src 'nonce-%s' 'strict-dynamic' 'wasm-unsafe-eval'; "
          + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
          + "media-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; "
          + "connect-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'self'";
  private static final String PHONE_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'";

  private final Resources resources;
  private final JsonObject config;

  /**
   * @param config what the page is told; see PROTOCOL.md, "The page's template"
   */
  public PageRoutes(Vertx vertx, JsonObject config) {
    this.resources = new Resources(vertx);
    this.config = config;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/").handler(this::page);
    router.get("/static/*").handler(ctx -> file(ctx, "page", "/static/"));
    router.get("/phone").handler(ctx -> send(ctx, "phone", "index.html"));
    router.get("/phone/*").handler(ctx -> file(ctx, "phone", "/phone/"));
  }

  private void page(RoutingContext ctx) {
    String nonce = RandomIds.base64(NONCE_BYTES);
    ctx.response()
        .putHeader("content-security-policy", PAGE_POLICY.formatted(nonce))
        .putHeader("cache-control", "no-store");
    resources
        .file("page", "index.html")
        .map(template -> fill(template.toString(), nonce))
        .onSuccess(html -> send(ctx, "index.html", Buffer.buffer(html)))
        .onFailure(ctx::fail);
  }

  private String fill(String template, String nonce) {
    // A "<" in a string could end the script element that the configuration stands in.
    String json = config.encode().replace("<", "\\u003c");
    return template.replace("{{nonce}}", nonce).replace("{{config}}", json);
  }

  private void file(RoutingContext ctx, String folder, String prefix) {
    String path = ctx.normalizedPath();
    send(ctx, folder, path.length() < prefix.length() ? "" : path.substring(prefix.length()));
  }

  private void send(RoutingContext ctx, String folder, String path) {
    if (folder.equals("phone")) {
      ctx.response().putHeader("content-security-policy", PHONE_POLICY);
    }
    resources.file(folder, path).onSuccess(bytes -> send(ctx, path, bytes)).onFailure(ctx::fail);
  }

  private static void send(RoutingContext ctx, String path, Buffer bytes) {
    ctx.response()
        .putHeader("content-type", Resources.mediaType(path))
        .putHeader("x-content-type-options", "nosniff")
        .end(bytes)
        .onFailure(Problems::clientIsGone);
  }
}
