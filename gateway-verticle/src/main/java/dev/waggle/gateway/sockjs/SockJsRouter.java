package dev.waggle.gateway.sockjs;

import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.http.Origins;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.util.function.Function;

/** What is the same for every SockJS door: handshake, bodies and transports. */
public final class SockJsRouter {

  /** Frames are short, in every door. */
  private static final long BODY_LIMIT = 64L * 1024;

  /** The library's own frame would load its client from a host of strangers. */
  private static final String CLIENT = "/assets/vendor/sockjs.min.js";

  private SockJsRouter() {}

  /**
   * A router to be mounted where clients look for the door.
   *
   * @param door says what the handler does with its sockets
   */
  public static Router create(
      Vertx vertx, Access access, Origins origins, Function<SockJSHandler, Router> door) {
    Router router = Router.router(vertx);
    router.route().handler(new HandshakeHandler(access, origins));
    // Only frames that are posted have a body. An upgrade may say "Content-Length: 0" (Java's own
    // client does), and a body that has been waited for can no longer be upgraded.
    router.post().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
    router.route("/*").subRouter(door.apply(SockJSHandler.create(vertx, transports())));
    return router;
  }

  /**
   * Without the transports that need inline scripts in a frame, which our pages' policy forbids.
   */
  private static SockJSHandlerOptions transports() {
    return new SockJSHandlerOptions()
        .setInsertJSESSIONID(false)
        .setLibraryURL(CLIENT)
        .addDisabledTransport(Transport.HTML_FILE.name())
        .addDisabledTransport(Transport.JSON_P.name());
  }
}
