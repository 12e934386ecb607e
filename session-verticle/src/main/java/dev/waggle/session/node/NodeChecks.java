package dev.waggle.session.node;

import dev.waggle.health.Check;
import dev.waggle.health.Finding;
import dev.waggle.health.NodeHealth;
import dev.waggle.session.registry.Database;
import dev.waggle.session.registry.NodeLease;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What makes a session node ready: it is not leaving, it holds its lease, its database answers, and
 * it has room.
 */
final class NodeChecks {

  private final List<NodeHealth.Registration> registered;

  /**
   * Puts the checks in.
   *
   * @param node the node's context, on which its host is asked
   * @param draining whether it takes no more sessions; asked from any thread
   */
  NodeChecks(
      NodeHealth health,
      Context node,
      NodeLease lease,
      Database database,
      SessionHost host,
      BooleanSupplier draining) {
    this.registered =
        List.of(
            health.ready(
                "draining",
                Check.of(
                    () ->
                        Finding.upIf(
                            !draining.getAsBoolean(),
                            "The node is leaving: it hands its sessions over and takes none."))),
            health.ready("lease", Check.of(() -> lease(lease))),
            health.ready("database", () -> database.ping().map(Finding.up())),
            health.ready("room", on(node, () -> room(host))));
  }

  /** Takes the checks out. */
  void remove() {
    registered.forEach(NodeHealth.Registration::remove);
  }

  private static Finding lease(NodeLease lease) {
    return Finding.upIf(
        lease.isHeld(),
        "The node has no lease: the database has not confirmed it in time. It has closed its"
            + " browsers and serves no session until the database answers again.");
  }

  private static Finding room(SessionHost host) {
    return host.refusal()
        .map(
            why ->
                Finding.down(
                    "The node is "
                        + why
                        + " and takes no more sessions; start another one, or see"
                        + " session.max-sessions and session.min-free-memory."))
        .orElseGet(Finding::up);
  }

  private static Check on(Context context, Supplier<Finding> finding) {
    return () -> {
      Promise<Finding> answer = Promise.promise();
      context.runOnContext(there -> answer.complete(finding.get()));
      return answer.future();
    };
  }
}
