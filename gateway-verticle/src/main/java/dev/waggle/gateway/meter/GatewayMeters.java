package dev.waggle.gateway.meter;

import dev.waggle.health.WaggleMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.IntSupplier;

/** What one gateway counts and times. Safe for all threads, and cheap. */
public final class GatewayMeters {

  private static final String OPERATION = GatewayMeters.class.getName();

  private final MeterRegistry registry;

  public GatewayMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Tells which operation of the API document a request asks for. */
  public static void operation(RoutingContext request, String id) {
    request.put(OPERATION, id);
  }

  /**
   * A request has come to its end.
   *
   * @param status what was answered, or {@code unanswered}
   */
  public void answered(RoutingContext request, String status, Duration duration) {
    String operation = request.get(OPERATION, "none");
    WaggleMeter.HTTP_REQUESTS.timer(registry, operation, status).record(duration);
  }

  /** Tells from now on how many sockets are open. */
  public void sockets(IntSupplier open) {
    WaggleMeter.SOCKETS.gauge(registry, open::getAsInt);
  }
}
