package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.session.lifecycle.Ending;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.node.SessionHost.Hosted;
import dev.waggle.session.registry.LeaseLeft;
import dev.waggle.session.registry.LiveNode;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.OwnershipRegistry;
import dev.waggle.session.settings.LeaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares at intervals what the registry says with what runs here. Sessions that should run and
 * have no live owner are taken by the node that placement names; what runs here and should not is
 * stopped. The lease of a node that is late with its renewals is waited for: there is a comparison
 * when that node must have given its sessions up, and at the moment of its lease's end. At most one
 * comparison is under way.
 */
final class Adoption {

  private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
  private static final long NONE = -1;

  /** A lease holds until its last moment. */
  private static final long JUST_AFTER_MS = 2;

  private static final int GROUP = 100;

  private final Vertx vertx;
  private final String node;
  private final SessionHost host;
  private final NodeRegistry nodes;
  private final OwnershipRegistry ownerships;
  private final LeaseSettings settings;
  private final Foresight foresight;

  private long timer = NONE;
  private long leaseEnd = NONE;
  private long givenUp = NONE;
  private boolean comparing;
  private boolean again;

  Adoption(
      Vertx vertx,
      String node,
      SessionHost host,
      NodeRegistry nodes,
      OwnershipRegistry ownerships,
      LeaseSettings settings) {
    this.vertx = vertx;
    this.node = node;
    this.host = host;
    this.nodes = nodes;
    this.ownerships = ownerships;
    this.settings = settings;
    this.foresight = new Foresight(node, host, nodes, ownerships, settings);
  }

  /** Compares now and then at every interval. */
  void start() {
    stop();
    timer = vertx.setPeriodic(0, settings.adoptInterval().toMillis(), fired -> compare());
  }

  /** Compares no more; what is under way is still done. */
  void stop() {
    vertx.cancelTimer(timer);
    vertx.cancelTimer(leaseEnd);
    vertx.cancelTimer(givenUp);
    timer = NONE;
    leaseEnd = NONE;
  }

  private void compare() {
    if (comparing) {
      return;
    }
    comparing = true;
    adopt()
        .compose(adopted -> dropUnwanted())
        .compose(dropped -> awaitLeaseEnd())
        .onFailure(e -> LOG.warn("event=comparison-failed cause=\"{}\"", FailureLine.of(e)))
        .onComplete(done -> onCompared());
  }

  private void onCompared() {
    comparing = false;
    if (again) {
      again = false;
      compare();
    }
  }

  private Future<Void> awaitLeaseEnd() {
    return nodes
        .others(node)
        .compose(
            others -> {
              foresight.silent(others).stream()
                  .map(LeaseLeft::left)
                  .min(Comparator.naturalOrder())
                  .ifPresent(this::compareAfter);
              return foresight.look(others);
            });
  }

  private void compareAfter(Duration left) {
    host.getReady();
    vertx.cancelTimer(leaseEnd);
    vertx.cancelTimer(givenUp);
    if (timer != NONE) {
      leaseEnd = vertx.setTimer(left.toMillis() + JUST_AFTER_MS, fired -> compareAtOnce());
      long untilGivenUp = left.minus(settings.grace()).toMillis();
      if (untilGivenUp > 0) {
        givenUp = vertx.setTimer(untilGivenUp + JUST_AFTER_MS, fired -> compareAtOnce());
      }
    }
  }

  /** The registry may have been read just before the moment that matters. */
  private void compareAtOnce() {
    again = comparing;
    compare();
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
                    : foresight.takers().compose(takers -> adopt(orphans, takers)));
  }

  private Future<Void> adopt(List<SessionName> orphans, List<LiveNode> takers) {
    List<SessionName> mine = mine(orphans, takers);
    host.expectOnly(mine, orphans);
    return adopt(mine);
  }

  /** In groups, because the database has a queue that may fill. */
  private Future<Void> adopt(List<SessionName> mine) {
    Future<Void> all = Future.succeededFuture();
    for (int start = 0; start < mine.size(); start += GROUP) {
      List<SessionName> group = mine.subList(start, Math.min(start + GROUP, mine.size()));
      all = all.compose(before -> adoptTogether(group));
    }
    return all;
  }

  /** Never fails, and a session whose turn does not come holds up no other one for long. */
  private Future<Void> adoptTogether(List<SessionName> group) {
    return Future.join(group.stream().map(this::adopt).toList())
        .timeout(settings.duration().toMillis(), TimeUnit.MILLISECONDS)
        .<Void>mapEmpty()
        .otherwiseEmpty();
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
