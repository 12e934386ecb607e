package dev.waggle.health;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the management port answers; nothing in it is a secret. */
final class ManagementRoutes implements Handler<HttpServerRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementRoutes.class);
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String JSON = "application/json";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final Vertx vertx;
  private final NodeHealth health;
  private final Supplier<String> metrics;

  ManagementRoutes(Vertx vertx, NodeHealth health, Supplier<String> metrics) {
    this.vertx = vertx;
    this.health = health;
    this.metrics = metrics;
  }

  private record Page(int status, String type, String body) {}

  @Override
  public void handle(HttpServerRequest request) {
    page(request)
        .otherwise(ManagementRoutes::broken)
        .onSuccess(page -> write(page, request.response()));
  }

  private Future<Page> page(HttpServerRequest request) {
    if (!READING.contains(request.method())) {
      return Future.succeededFuture(new Page(405, PLAIN, "Only GET is answered here.\n"));
    }
    return switch (String.valueOf(request.path())) {
      case "/live" -> health.live().map(ManagementRoutes::page);
      case "/ready" -> health.ready().map(ManagementRoutes::page);
      case "/metrics" ->
          vertx.executeBlocking(metrics::get, false).map(text -> new Page(200, PROMETHEUS, text));
      default ->
          Future.succeededFuture(new Page(404, PLAIN, "There are /live, /ready and /metrics.\n"));
    };
  }

  private static Page page(HealthReport report) {
    return new Page(report.isUp() ? 200 : 503, JSON, report.toJson().encode());
  }

  private static Page broken(Throwable failure) {
    LOG.warn("event=management-failed cause=\"{}\"", failure.toString());
    return new Page(500, PLAIN, "The log says what went wrong.\n");
  }

  private static void write(Page page, HttpServerResponse response) {
    response
        .setStatusCode(page.status())
        .putHeader("Content-Type", page.type())
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(page.body());
  }
}
