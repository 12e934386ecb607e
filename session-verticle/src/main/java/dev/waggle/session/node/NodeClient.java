package dev.waggle.session.node;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.DrainPlan;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Watch;
import dev.waggle.contract.Wire;
import dev.waggle.session.registry.NodeRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks other session nodes, this one included. Fails with OWNER_UNAVAILABLE when the node is not
 * there.
 */
final class NodeClient {

  /** A little less than what the contract's client allows for the whole command. */
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private static final long LOOK_EVERY_MS = 1000;

  /** For a node that lives to be known to the bus; short of a lease, which a dead one may have. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long AGAIN_AFTER_MS = 200;

  private final Vertx vertx;
  private final NodeRegistry nodes;

  NodeClient(Vertx vertx, NodeRegistry nodes) {
    this.vertx = vertx;
    this.nodes = nodes;
  }

  /** Has a node host a session. */
  Future<SessionInfo> host(String node, NodeCommand.Host command) {
    return request(node, command).map(reply -> Wire.read(reply, SessionInfo.class));
  }

  /** Has a node hand over one of its sessions. */
  Future<NodeCommand.Given> give(String node, NodeCommand.Give command) {
    return request(node, command).map(reply -> Wire.read(reply, NodeCommand.Given.class));
  }

  /** Has a node leave. */
  Future<DrainPlan> drain(String node) {
    return request(node, new NodeCommand.Drain()).map(reply -> Wire.read(reply, DrainPlan.class));
  }

  /** Has a node do what answers with nothing. */
  Future<Void> tell(String node, NodeCommand command) {
    return request(node, command).mapEmpty();
  }

  private Future<JsonObject> request(String node, NodeCommand command) {
    return request(node, command, System.nanoTime());
  }

  private Future<JsonObject> request(String node, NodeCommand command, long begun) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(LIMIT.toMillis());
    Future<JsonObject> reply =
        vertx
            .eventBus()
            .<JsonObject>request(Addresses.node(node), Wire.write((Record) command), options)
            .map(message -> message.body());
    return new Watch(vertx, LOOK_EVERY_MS)
        .over(reply, () -> checkLives(node))
        .recover(
            failure ->
                isMissed(failure, begun)
                    ? again(node, command, begun)
                    : Future.failedFuture(explain(failure)));
  }

  private Future<JsonObject> again(String node, NodeCommand command, long begun) {
    return vertx
        .timer(AGAIN_AFTER_MS, TimeUnit.MILLISECONDS)
        .compose(paused -> checkLives(node))
        .compose(lives -> request(node, command, begun));
  }

  /**
   * Nobody listens there, so that nothing was carried out. With a node that lives this passes: for
   * a moment after two halves of a cluster have found each other, the bus does not know everybody.
   */
  private static boolean isMissed(Throwable failure, long begun) {
    return failure instanceof ReplyException reply
        && reply.failureType() == ReplyFailure.NO_HANDLERS
        && System.nanoTime() - begun < PATIENCE.toNanos();
  }

  /** Fails when the node's lease has run out; while the registry is silent, nobody can tell. */
  private Future<?> checkLives(String node) {
    return nodes
        .live()
        .transform(
            live ->
                live.succeeded() && live.result().stream().noneMatch(one -> one.id().equals(node))
                    ? Future.failedFuture(gone(null))
                    : Future.succeededFuture());
  }

  private static WaggleException explain(Throwable failure) {
    WaggleException known = WaggleException.of(failure);
    return known.code() == ErrorCode.NO_SESSION_NODE ? gone(failure) : known;
  }

  private static WaggleException gone(Throwable failure) {
    return new WaggleException(
        ErrorCode.OWNER_UNAVAILABLE,
        "The session's node is gone; another one takes over in a few seconds.",
        failure);
  }
}
