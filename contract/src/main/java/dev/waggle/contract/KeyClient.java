package dev.waggle.contract;

import dev.waggle.contract.SessionClient.Subscription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** Waggle's keys for a JVM service on the bus. Safe from any thread; holds nothing to close. */
public final class KeyClient {

  private final EventBus bus;

  /** A client on this bus. */
  public KeyClient(Vertx vertx) {
    this.bus = vertx.eventBus();
  }

  /**
   * Calls {@code listener} with every key that is revoked, on the caller's context. Completes when
   * the whole cluster knows of the subscription. What is no revocation is passed over.
   */
  public Future<Subscription> subscribeRevoked(Consumer<RevokedKey> listener) {
    MessageConsumer<Object> consumer =
        bus.consumer(Addresses.REVOKED_KEYS, message -> received(message.body(), listener));
    return consumer.completion().map(done -> consumer::unregister);
  }

  private static void received(Object body, Consumer<RevokedKey> listener) {
    if (!(body instanceof JsonObject json)) {
      return;
    }
    RevokedKey key;
    try {
      key = Wire.read(json, RevokedKey.class);
    } catch (WaggleException notOfThisForm) {
      return;
    }
    listener.accept(key);
  }
}
