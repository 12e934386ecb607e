package dev.waggle.launcher;

import dev.waggle.health.Check;
import dev.waggle.health.Finding;
import dev.waggle.health.Instruments;
import dev.waggle.health.ManagementSettings;
import dev.waggle.health.ManagementVerticle;
import dev.waggle.health.NodeHealth;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What one node tells of itself, from its start to its end. */
final class NodeManagement {

  private static final Duration PING_INTERVAL = Duration.ofSeconds(5);

  private final ManagementSettings settings;
  private final NodeMeters meters;
  private final NodeHealth health = new NodeHealth();
  private final ManagementVerticle port;
  private volatile boolean ending;

  /** Nothing that can be asked yet. */
  NodeManagement(ManagementSettings settings, NodeMeters meters) {
    this.settings = settings;
    this.meters = meters;
    this.port = new ManagementVerticle(settings, health, meters::text);
    health.ready("running", Check.of(() -> Finding.upIf(!ending, "The node is shutting down.")));
  }

  /** What the node's parts are given. */
  Instruments instruments() {
    return new Instruments(meters.registry(), health);
  }

  /** Opens the port, if there is to be one, and looks at the cluster, if there is one. */
  Future<?> start(StartedVertx started) {
    Vertx vertx = started.vertx();
    started
        .hazelcast()
        .ifPresent(hazelcast -> health.ready("cluster", new ClusterCheck(vertx, hazelcast)));
    return vertx
        .deployVerticle(new BusPing(meters.registry(), PING_INTERVAL))
        .compose(pinging -> settings.enabled() ? open(vertx) : Future.succeededFuture());
  }

  private Future<?> open(Vertx vertx) {
    return vertx.deployVerticle(port).recover(thrown -> Future.failedFuture(portInUse(thrown)));
  }

  /** Where the port is; empty when there is none. */
  Optional<URI> address() {
    return settings.enabled() ? Optional.of(port.address()) : Optional.empty();
  }

  /** Says from now on that the node is about to end. */
  void end() {
    ending = true;
  }

  private Throwable portInUse(Throwable thrown) {
    return StartException.ofListening(
            thrown, settings.host(), settings.lastPort(), "management.port")
        .<Throwable>map(refusal -> refusal)
        .orElse(thrown);
  }
}
