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
    return send(address, command, new DeliveryOptions().setSendTimeout(limit.toMillis()), reply);
  }

  /** As above, with what else the bus is to know of the command. */
  <T> Future<T> send(String address, Record command, DeliveryOptions options, Class<T> reply) {
    return bus.request(address, Wire.write(command), options).map(message -> read(message, reply));
  }

  /** A reply that cannot be read is the receiver's fault, not the asker's. */
  static <T> T read(Message<?> message, Class<T> reply) {
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
