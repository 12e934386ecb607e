package dev.waggle.health;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.URI;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The management port of one node: {@code /live}, {@code /ready} and {@code /metrics}. */
public final class ManagementVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementVerticle.class);
  private static final int IDLE_SECONDS = 30;

  private final ManagementSettings settings;
  private final NodeHealth health;
  private final Supplier<String> metrics;
  private NodeHealth.Registration eventLoops = () -> {};
  private HttpServer server;

  /**
   * A port that is not open.
   *
   * @param metrics the meters in Prometheus's text format; called on a worker thread
   */
  public ManagementVerticle(
      ManagementSettings settings, NodeHealth health, Supplier<String> metrics) {
    this.settings = settings;
    this.health = health;
    this.metrics = metrics;
  }

  /** Where it listens. To be asked when it has started. */
  public URI address() {
    return URI.create("http://" + settings.host() + ":" + server.actualPort());
  }

  /** Done when it listens. Fails with a {@link BindException} when no port of its range is free. */
  @Override
  public Future<?> start() {
    return EventLoops.of(vertx)
        .onSuccess(loops -> eventLoops = health.live("eventLoops", loops))
        .compose(loops -> listen(settings.port()))
        .onSuccess(listening -> server = listening)
        .onSuccess(listening -> LOG.info("event=management-listening address={}", address()));
  }

  @Override
  public Future<?> stop() {
    eventLoops.remove();
    return server == null ? Future.succeededFuture() : server.close();
  }

  private Future<HttpServer> listen(int port) {
    return vertx
        .createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
        .requestHandler(new ManagementRoutes(vertx, health, metrics))
        .listen(port, settings.host())
        .recover(
            failure ->
                failure instanceof BindException && port < settings.lastPort()
                    ? listen(port + 1)
                    : Future.failedFuture(failure));
  }
}
