package dev.waggle.simulator.http;

import dev.waggle.simulator.account.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Upload and download of media. */
public final class MediaRoutes {

  private final MediaStore store;

  /** Serves one store. */
  public MediaRoutes(MediaStore store) {
    this.store = store;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.post("/mms/upload").handler(Answers.object(200, this::upload));
    router.get("/mms/:handle").handler(this::download);
  }

  private JsonObject upload(RoutingContext ctx) {
    Buffer bytes = ctx.body().buffer();
    if (bytes == null || bytes.length() == 0) {
      throw new Refusal(400, "The body must be the bytes of the medium.");
    }
    String type = ctx.request().getHeader("content-type");
    String path = store.put(type == null ? "application/octet-stream" : type, bytes);
    String base = ctx.request().scheme() + "://" + ctx.request().authority();
    return new JsonObject()
        .put("handle", path.substring(path.lastIndexOf('/') + 1))
        .put("directPath", path)
        .put("url", base + path)
        .put("size", bytes.length());
  }

  private void download(RoutingContext ctx) {
    MediaStore.Medium medium = store.get(ctx.pathParam("handle"));
    ctx.response()
        .putHeader("content-type", medium.mimetype())
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("content-security-policy", "sandbox; default-src 'none'")
        .end(medium.bytes())
        .onFailure(Problems::clientIsGone);
  }
}
