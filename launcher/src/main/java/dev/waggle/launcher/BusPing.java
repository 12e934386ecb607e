package dev.waggle.launcher;

import dev.waggle.contract.Addresses;
import dev.waggle.health.WaggleMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * Asks one node of the cluster after the other, itself included, for a sign over the event bus, and
 * takes the time.
 */
final class BusPing extends VerticleBase {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final MeterRegistry registry;
  private final Duration interval;

  /**
   * Pings that have not begun.
   *
   * @param interval between one and the next
   */
  BusPing(MeterRegistry registry, Duration interval) {
    this.registry = registry;
    this.interval = interval;
  }

  /** Done when others are answered. Vert.x ends timer and consumer with the verticle. */
  @Override
  public Future<?> start() {
    vertx.setPeriodic(interval.toMillis(), fired -> ping());
    return vertx
        .eventBus()
        .<JsonObject>consumer(Addresses.PING, asked -> asked.reply(new JsonObject()))
        .completion();
  }

  private void ping() {
    long begin = System.nanoTime();
    vertx
        .eventBus()
        .request(
            Addresses.PING,
            new JsonObject(),
            new DeliveryOptions().setSendTimeout(PATIENCE.toMillis()))
        .onSuccess(answer -> record("answered", begin))
        .onFailure(lost -> record("lost", begin));
  }

  private void record(String outcome, long beginNanos) {
    WaggleMeter.BUS_ROUND_TRIP
        .timer(registry, outcome)
        .record(Duration.ofNanos(System.nanoTime() - beginNanos));
  }
}
