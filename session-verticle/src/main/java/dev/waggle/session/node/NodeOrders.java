package dev.waggle.session.node;

import dev.waggle.contract.DrainPlan;
import dev.waggle.session.node.SessionHost.Hosted;
import dev.waggle.session.registry.LiveNode;
import dev.waggle.session.registry.NodeRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Comparator;

/** What this node as a whole is told to do. To be used on the node's context. */
final class NodeOrders {

  private final String self;
  private final SessionHost host;
  private final Moves moves;
  private final NodeRegistry nodes;
  private final Duration drainTimeout;
  private final Runnable leave;

  /**
   * Orders for one node.
   *
   * @param leave begins the node's end; returns at once
   */
  NodeOrders(
      String self,
      SessionHost host,
      Moves moves,
      NodeRegistry nodes,
      Duration drainTimeout,
      Runnable leave) {
    this.self = self;
    this.host = host;
    this.moves = moves;
    this.nodes = nodes;
    this.drainTimeout = drainTimeout;
    this.leave = leave;
  }

  /** Begins to leave. */
  Future<DrainPlan> drain() {
    int sessions = host.sessions().size();
    return nodes
        .live()
        .map(
            live ->
                new DrainPlan(
                    self,
                    sessions,
                    live.stream()
                        .filter(node -> !node.id().equals(self))
                        .mapToInt(LiveNode::places)
                        .sum(),
                    drainTimeout.toSeconds()))
        .onSuccess(plan -> leave.run());
  }

  /** See {@link NodeCommand.Give}. */
  Future<NodeCommand.Given> give(String target) {
    return host.sessions().stream()
        .filter(each -> each.verticle().idleness().isWorking())
        .min(Comparator.comparing(each -> each.verticle().idleness().idleSince()))
        .map(Hosted::session)
        .map(session -> moves.move(session, target).map(new NodeCommand.Given(session)))
        .orElseGet(() -> Future.succeededFuture(new NodeCommand.Given(null)));
  }
}
