package dev.waggle.gateway.support;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ApiKey;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.KeyAction;
import dev.waggle.contract.KeyClient;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.KeyList;
import dev.waggle.contract.KeyScope;
import dev.waggle.contract.RevokedKey;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session node's side of the bus as far as keys go, with its table in memory. */
public final class BusKeys {

  private final EventBus bus;
  private final KeyClient client;
  private final MessageConsumer<JsonObject> consumer;
  private final Map<String, ApiKey> byHash = new ConcurrentHashMap<>();
  private final List<KeyCommand> commands = new CopyOnWriteArrayList<>();

  /** Answers from now on. */
  public BusKeys(Vertx vertx) {
    this.bus = vertx.eventBus();
    this.client = new KeyClient(vertx);
    this.consumer = bus.consumer(Addresses.KEYS, this::answer);
    Await.result(consumer.completion());
  }

  /** A key for some actions on one session. */
  public String session(String session, KeyAction... actions) {
    return make(KeyScope.of(Set.of(new SessionName(session)), Set.of(actions)), null);
  }

  /** A key for everything. */
  public String admin() {
    return make(KeyScope.admin(), null);
  }

  /** A key of any kind. */
  public String make(KeyScope scope, Duration expiresIn) {
    return Await.result(client.create("test", scope, expiresIn)).key();
  }

  /** Revokes as an administrator does. */
  public void revoke(String key) {
    Await.result(client.revoke(key.split("_", -1)[1]));
  }

  /** What came, oldest first. */
  public List<KeyCommand> commands() {
    return List.copyOf(commands);
  }

  /** Leaves the bus. */
  public void leave() {
    if (consumer.isRegistered()) {
      Await.result(consumer.unregister());
    }
  }

  private void answer(Message<JsonObject> message) {
    KeyCommand command = Wire.read(message.body(), KeyCommand.class);
    commands.add(command);
    try {
      Record reply = reply(command);
      message.reply(reply == null ? new JsonObject() : Wire.write(reply));
    } catch (WaggleException e) {
      message.fail(e.code().busCode(), e.getMessage());
    }
  }

  private Record reply(KeyCommand command) {
    if (command instanceof KeyCommand.Create create) {
      return keep(create);
    } else if (command instanceof KeyCommand.Find find) {
      ApiKey found = byHash.get(find.hash());
      if (found == null) {
        throw new WaggleException(ErrorCode.UNAUTHORIZED, "This API key is not known here.");
      }
      return found;
    } else if (command instanceof KeyCommand.Revoke revoke) {
      return forget(revoke.id());
    }
    return new KeyList(List.copyOf(byHash.values()));
  }

  private ApiKey keep(KeyCommand.Create create) {
    Instant now = Instant.now();
    Long seconds = create.expiresInSeconds();
    ApiKey key =
        new ApiKey(
            create.id(),
            create.name(),
            create.scope(),
            now,
            seconds == null ? null : now.plusSeconds(seconds));
    byHash.put(create.hash(), key);
    return key;
  }

  private Record forget(String id) {
    if (!byHash.values().removeIf(key -> key.id().equals(id))) {
      throw new WaggleException(ErrorCode.NOT_FOUND, "No key has this id.");
    }
    bus.publish(Addresses.REVOKED_KEYS, Wire.write(new RevokedKey(ApiKey.principalOf(id))));
    return null;
  }
}
