package dev.waggle.contract;

import dev.waggle.contract.SessionClient.Subscription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Waggle's keys for a JVM service on the bus: each method a future that fails with a {@link
 * WaggleException}. Safe from any thread; holds nothing to close.
 */
public final class KeyClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Somebody waits at the door, and a node that lives answers at once. */
  private static final Duration PATIENCE_AT_THE_DOOR = Duration.ofSeconds(3);

  private final EventBus bus;
  private final BusRequests requests;

  /** A client on this bus. */
  public KeyClient(Vertx vertx) {
    this.bus = vertx.eventBus();
    this.requests = new BusRequests(bus);
  }

  /**
   * Makes a key. The key itself is in the reply and nowhere else.
   *
   * @param expiresIn null for a key that does not expire
   */
  public Future<NewKey> create(String name, KeyScope scope, Duration expiresIn) {
    KeySecret secret = KeySecret.random();
    Long seconds = expiresIn == null ? null : expiresIn.toSeconds();
    return ask(
            new KeyCommand.Create(secret.id(), secret.hash(), name, scope, seconds),
            PATIENCE,
            ApiKey.class)
        .map(info -> new NewKey(info, secret.text()));
  }

  /** Every stored key, the oldest first. */
  public Future<List<ApiKey>> list() {
    return ask(new KeyCommand.ListAll(), PATIENCE, KeyList.class).map(KeyList::keys);
  }

  /** See {@link KeyCommand.Revoke}. */
  public Future<Void> revoke(String id) {
    return ask(new KeyCommand.Revoke(id), PATIENCE, JsonObject.class).mapEmpty();
  }

  /** Whose key this is. See {@link KeyCommand.Find}. */
  public Future<ApiKey> find(KeySecret secret) {
    return ask(new KeyCommand.Find(secret.hash()), PATIENCE_AT_THE_DOOR, ApiKey.class);
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

  private <T> Future<T> ask(KeyCommand command, Duration limit, Class<T> reply) {
    return requests
        .send(Addresses.KEYS, (Record) command, limit, reply)
        .recover(failure -> Future.failedFuture(WaggleException.of(failure)));
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
