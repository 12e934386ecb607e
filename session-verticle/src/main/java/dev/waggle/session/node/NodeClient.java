package dev.waggle.session.node;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * Asks other session nodes, this one included. Fails with OWNER_UNAVAILABLE when the node is not
 * there.
 */
final class NodeClient {

  /** A little less than what the contract's client allows for the whole command. */
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final EventBus bus;

  NodeClient(EventBus bus) {
    this.bus = bus;
  }

  /** Has a node host a session. */
  Future<SessionInfo> host(String node, NodeCommand.Host command) {
    return request(node, command).map(reply -> Wire.read(reply, SessionInfo.class));
  }

  /** Has a node do what answers with nothing. */
  Future<Void> tell(String node, NodeCommand command) {
    return request(node, command).mapEmpty();
  }

  private Future<JsonObject> request(String node, NodeCommand command) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(LIMIT.toMillis());
    return bus.<JsonObject>request(Addresses.node(node), Wire.write((Record) command), options)
        .map(message -> message.body())
        .recover(failure -> Future.failedFuture(explain(failure)));
  }

  private static WaggleException explain(Throwable failure) {
    WaggleException known = WaggleException.of(failure);
    return known.code() == ErrorCode.NO_SESSION_NODE
        ? new WaggleException(
            ErrorCode.OWNER_UNAVAILABLE,
            "The session's node is gone; another one takes over in a few seconds.",
            failure)
        : known;
  }
}
