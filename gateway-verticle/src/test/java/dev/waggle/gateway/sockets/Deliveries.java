package dev.waggle.gateway.sockets;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what the bus hands to its consumers: one publish makes one delivery to each of them. */
final class Deliveries implements Handler<DeliveryContext<Object>> {

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  static Deliveries count(Vertx vertx) {
    Deliveries deliveries = new Deliveries();
    vertx.eventBus().addInboundInterceptor(deliveries);
    return deliveries;
  }

  @Override
  public void handle(DeliveryContext<Object> delivery) {
    counts.merge(delivery.message().address(), 1, Integer::sum);
    delivery.next();
  }

  int at(String address) {
    return counts.getOrDefault(address, 0);
  }
}
