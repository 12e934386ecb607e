package dev.waggle.session.node;

import dev.waggle.contract.DrainPlan;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.NodeList;
import dev.waggle.contract.RebalancePlan;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.registry.NodeDirectory;
import dev.waggle.session.registry.NodeRegistry;
import io.vertx.core.Future;

/** What can be seen and asked of the cluster's nodes, whichever of them is asked. */
final class ClusterNodes {

  private final String self;
  private final NodeDirectory directory;
  private final NodeRegistry nodes;
  private final NodeClient client;
  private final Rebalancing rebalancing;

  ClusterNodes(
      String self,
      NodeDirectory directory,
      NodeRegistry nodes,
      NodeClient client,
      Rebalancing rebalancing) {
    this.self = self;
    this.directory = directory;
    this.nodes = nodes;
    this.client = client;
    this.rebalancing = rebalancing;
  }

  Future<NodeList> list() {
    return directory.list(self).map(NodeList::new);
  }

  /** Has a node leave. Fails with NODE_NOT_FOUND, or OWNER_UNAVAILABLE when it does not answer. */
  Future<DrainPlan> drain(String node) {
    return nodes
        .live()
        .compose(
            live ->
                live.stream().anyMatch(each -> each.id().equals(node))
                    ? client.drain(node)
                    : Future.failedFuture(notThere()));
  }

  /** See {@link Rebalancing#begin}. */
  Future<RebalancePlan> rebalance() {
    return rebalancing.begin();
  }

  private static WaggleException notThere() {
    return new WaggleException(
        ErrorCode.NODE_NOT_FOUND, "No living session node has this id; GET /api/nodes lists them.");
  }
}
