package dev.waggle.launcher;

import com.hazelcast.core.HazelcastInstance;
import dev.waggle.health.Check;
import dev.waggle.health.Finding;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Whether another node may go now without the cluster losing what it keeps in common, such as who
 * listens to what on the bus.
 */
final class ClusterCheck implements Check {

  private final Vertx vertx;
  private final HazelcastInstance hazelcast;

  ClusterCheck(Vertx vertx, HazelcastInstance hazelcast) {
    this.vertx = vertx;
    this.hazelcast = hazelcast;
  }

  /** Asks the other members, which blocks. */
  @Override
  public Future<Finding> look() {
    return vertx.executeBlocking(this::lookNow, false);
  }

  private Finding lookNow() {
    if (!hazelcast.getLifecycleService().isRunning()) {
      return Finding.down("This node has left the cluster; start it again.");
    }
    return Finding.upIf(
        hazelcast.getPartitionService().isClusterSafe(),
        "The cluster is spreading its data anew because a member has come or gone; take no other"
            + " node away before it is done.");
  }
}
