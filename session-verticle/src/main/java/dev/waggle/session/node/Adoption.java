package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.session.lifecycle.Ending;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.node.SessionHost.Hosted;
import dev.waggle.session.registry.LiveNode;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.OwnershipRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares at intervals what the registry says with what runs here. Sessions that should run and
 * have no live owner are taken by the node that placement names; what runs here and should not is
 * stopped. At most one comparison is under way.
 */
final class Adoption {

  private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
  private static final long NONE = -1;

  private final Vertx vertx;
  private final String node;
  private final SessionHost host;
  private final NodeRegistry nodes;
  private final OwnershipRegistry ownerships;

  private long timer = NONE;
  private boolean comparing;

  Adoption(
      Vertx vertx,
      String node,
      SessionHost host,
      NodeRegistry nodes,
      OwnershipRegistry ownerships) {
    this.vertx = vertx;
    this.node = node;
    this.host = host;
    this.nodes = nodes;
    this.ownerships = ownerships;
  }

  /** Compares now and then at every interval. */
  void start(Duration interval) {
    stop();
    timer = vertx.setPeriodic(0, interval.toMillis(), fired -> compare());
  }

  /** Compares no more; what is under way is still done. */
  void stop() {
    vertx.cancelTimer(timer);
  }

  private void compare() {
    if (comparing) {
      return;
    }
    comparing = true;
    dropUnwanted()
        .compose(dropped -> adopt())
        .onFailure(e -> LOG.warn("event=comparison-failed cause=\"{}\"", FailureLine.of(e)))
        .onComplete(done -> comparing = false);
  }

  /** Only what was here before the question can be judged by the answer. */
  private Future<Void> dropUnwanted() {
    List<Hosted> before = host.sessions();
    return ownerships
        .ownedBy(node)
        .onSuccess(
            owned -> {
              Set<Ownership> wanted = Set.copyOf(owned);
              before.stream()
                  .filter(each -> !wanted.contains(ownershipOf(each)))
                  .forEach(each -> host.stop(each.session(), Ending.STOPPED_ON_REQUEST));
              host.releaseStrays(owned);
            })
        .mapEmpty();
  }

  private Future<Void> adopt() {
    return ownerships
        .orphans()
        .compose(
            orphans ->
                orphans.isEmpty()
                    ? Future.succeededFuture()
                    : nodes.live().compose(live -> adopt(mine(orphans, live))));
  }

  private Future<Void> adopt(Collection<SessionName> mine) {
    return Future.join(mine.stream().map(this::adopt).toList()).mapEmpty();
  }

  private Future<?> adopt(SessionName orphan) {
    LOG.info("event=adopting session={}", orphan);
    return host.host(orphan)
        .onFailure(
            e -> LOG.warn("event=not-adopted session={} cause=\"{}\"", orphan, FailureLine.of(e)));
  }

  private List<SessionName> mine(List<SessionName> orphans, List<LiveNode> live) {
    return Placement.spread(orphans, live).entrySet().stream()
        .filter(entry -> Objects.equals(entry.getValue(), node))
        .map(java.util.Map.Entry::getKey)
        .sorted()
        .collect(Collectors.toList());
  }

  private Ownership ownershipOf(Hosted each) {
    return new Ownership(each.session(), node, each.generation());
  }
}
