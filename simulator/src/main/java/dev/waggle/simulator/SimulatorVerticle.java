package dev.waggle.simulator;

import dev.waggle.simulator.account.Books;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.chat.ChatServer;
import dev.waggle.simulator.fault.Faults;
import dev.waggle.simulator.http.ControlRoutes;
import dev.waggle.simulator.http.LinkRoutes;
import dev.waggle.simulator.http.MediaRoutes;
import dev.waggle.simulator.http.MediaStore;
import dev.waggle.simulator.http.MessageRoutes;
import dev.waggle.simulator.http.PageRoutes;
import dev.waggle.simulator.http.PhoneRoutes;
import dev.waggle.simulator.http.PhoneView;
import dev.waggle.simulator.http.SimulatorRouter;
import dev.waggle.simulator.state.StateFile;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.util.Optional;

/** Wires the stand-in on one event loop context, to which all of its state belongs. */
final class SimulatorVerticle extends VerticleBase {

  private static final int MAX_FRAME_BYTES = 1024 * 1024;
  private static final long MEDIA_BYTES = 256L * 1024 * 1024;
  private static final long PING_MS = 15_000;
  private static final String PAGE_VERSION = "2.3000.1045220589";

  private final SimulatorConfig config;
  private final Directory directory = new Directory();
  private final Books books = new Books();
  private final Faults faults = new Faults();
  private final MediaStore media = new MediaStore(MEDIA_BYTES);
  private Optional<StateFile> state = Optional.empty();
  private ChatServer chat;
  private int httpPort = SimulatorConfig.OFF;
  private int httpsPort = SimulatorConfig.OFF;

  SimulatorVerticle(SimulatorConfig config) {
    this.config = config;
  }

  @Override
  public Future<?> start() {
    state = config.stateFile().map(file -> new StateFile(vertx, file, directory));
    chat = new ChatServer(vertx, directory, books, faults, config.qrTimings(), this::changed);
    Router router = routes();
    return state
        .map(file -> file.load(books))
        .orElseGet(Future::succeededFuture)
        .compose(loaded -> listen(router, config.port(), new HttpServerOptions()))
        .onSuccess(server -> httpPort = server.actualPort())
        .compose(server -> listenTls(router));
  }

  private Future<Void> listenTls(Router router) {
    if (config.tlsPort() == SimulatorConfig.OFF) {
      return Future.succeededFuture();
    }
    return vertx
        .executeBlocking(SelfSignedCertificate::create)
        .compose(certificate -> listen(router, config.tlsPort(), tls(certificate)))
        .onSuccess(server -> httpsPort = server.actualPort())
        .mapEmpty();
  }

  /** Over HTTP/2 a browser would want its WebSocket there too, which this server does not offer. */
  private static HttpServerOptions tls(PemKeyCertOptions certificate) {
    return new HttpServerOptions().setSsl(true).setUseAlpn(false).setKeyCertOptions(certificate);
  }

  private Future<HttpServer> listen(Router router, int port, HttpServerOptions options) {
    options.setMaxWebSocketFrameSize(MAX_FRAME_BYTES).setMaxWebSocketMessageSize(MAX_FRAME_BYTES);
    // Not through the router: the WebSockets it gives cannot be cut off without a close frame.
    return vertx
        .createHttpServer(options)
        .webSocketHandshakeHandler(chat::handshake)
        .requestHandler(router)
        .listen(port, config.host());
  }

  private Router routes() {
    PhoneView view = new PhoneView(chat);
    Router router = SimulatorRouter.create(vertx, config.maxBodyBytes(), this::changed);
    new PageRoutes(vertx, pageConfig()).mount(router);
    new MediaRoutes(media).mount(router);
    new PhoneRoutes(directory, chat.phones(), view).mount(router);
    new LinkRoutes(vertx, directory, chat, view).mount(router);
    new MessageRoutes(directory, chat.phones(), media).mount(router);
    new ControlRoutes(faults, books, chat, this::resetNow).mount(router);
    return router;
  }

  private JsonObject pageConfig() {
    return new JsonObject()
        .put("socketPath", ChatServer.PATH)
        .put("uploadPath", "/mms/upload")
        .put("syncDelayMs", config.syncDelayMs())
        .put("pingMs", PING_MS)
        .put("version", PAGE_VERSION);
  }

  private void changed() {
    state.ifPresent(StateFile::changed);
  }

  private void resetNow() {
    chat.reset();
    media.clear();
    changed();
  }

  /** Forgets everything; may be called from any thread once the verticle is deployed. */
  Future<Void> reset() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        now -> {
          resetNow();
          done.complete();
        });
    return done.future();
  }

  @Override
  public Future<?> stop() {
    return state.map(StateFile::save).orElseGet(Future::succeededFuture);
  }

  int httpPort() {
    return httpPort;
  }

  int httpsPort() {
    return httpsPort;
  }
}
