package dev.waggle.contract;

import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Commands as records, replies as records. */
record BusRequests(EventBus bus) {

  /** Asks and waits; fails as the bus does, or with INTERNAL when the reply makes no sense. */
  <T> Future<T> send(String address, Record command, Duration limit, Class<T> reply) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(limit.toMillis());
    return bus.request(address, Wire.write(command), options)
        .map(message -> BusRequests.read(message, reply));
  }

  /** A reply that cannot be read is the receiver's fault, not the asker's. */
  private static <T> T read(Message<?> message, Class<T> reply) {
    try {
      return reply.isInstance(message.body())
          ? reply.cast(message.body())
          : Wire.read((JsonObject) message.body(), reply);
    } catch (WaggleException | ClassCastException e) {
      throw new WaggleException(
          ErrorCode.INTERNAL, "A session node answered in another form; its log may say why.", e);
    }
  }
}
