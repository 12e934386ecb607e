package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.session.registry.LeaseLeft;
import dev.waggle.session.registry.LiveNode;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.OwnershipRegistry;
import dev.waggle.session.settings.LeaseSettings;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows before the lease of a silent node ends which of its sessions come here then, and has this
 * node get ready for them. It waits until that node has given them up by itself, so that nothing is
 * got ready in vain for one that only hesitates.
 */
final class Foresight {

  private static final Logger LOG = LoggerFactory.getLogger(Foresight.class);

  private final String node;
  private final SessionHost host;
  private final NodeRegistry nodes;
  private final OwnershipRegistry ownerships;
  private final LeaseSettings settings;

  Foresight(
      String node,
      SessionHost host,
      NodeRegistry nodes,
      OwnershipRegistry ownerships,
      LeaseSettings settings) {
    this.node = node;
    this.host = host;
    this.nodes = nodes;
    this.ownerships = ownerships;
    this.settings = settings;
  }

  /** Those that have missed two renewals: nothing is to be expected of them. */
  List<LeaseLeft> silent(List<LeaseLeft> others) {
    return others.stream()
        .filter(each -> each.left().compareTo(settings.held()) < 0)
        .sorted(Comparator.comparing(LeaseLeft::left))
        .toList();
  }

  /** The nodes that orphans may go to. */
  Future<List<LiveNode>> takers() {
    return nodes.others(node).compose(this::takers);
  }

  private Future<List<LiveNode>> takers(List<LeaseLeft> others) {
    Set<String> silent = silent(others).stream().map(LeaseLeft::node).collect(Collectors.toSet());
    return nodes
        .live()
        .map(live -> live.stream().filter(each -> !silent.contains(each.id())).toList());
  }

  /** Gets ready for what comes from nodes that have given up. */
  Future<Void> look(List<LeaseLeft> others) {
    List<LeaseLeft> over =
        silent(others).stream()
            .filter(each -> each.left().compareTo(settings.grace()) <= 0)
            .toList();
    return over.isEmpty()
        ? Future.succeededFuture()
        : takers(others).compose(takers -> look(over, new ArrayList<>(takers)));
  }

  /** In the order in which their leases end, since that is the order of the claims. */
  private Future<Void> look(List<LeaseLeft> over, List<LiveNode> takers) {
    Future<Void> all = Future.succeededFuture();
    for (LeaseLeft each : over) {
      all =
          all.compose(before -> ownerships.ownedBy(each.node()))
              .map(owned -> plan(each, owned, takers))
              .mapEmpty();
    }
    return all;
  }

  private Void plan(LeaseLeft from, List<Ownership> owned, List<LiveNode> takers) {
    List<SessionName> sessions = owned.stream().map(Ownership::session).sorted().toList();
    Map<SessionName, String> plan = Placement.spread(sessions, takers);
    takers.replaceAll(taker -> taker.withMore(shareOf(taker.id(), plan)));
    LOG.debug("event=foreseen node={} sessions={}", from.node(), shareOf(node, plan));
    sessions.stream()
        .filter(session -> Objects.equals(plan.get(session), node))
        .forEach(session -> host.getReady(session, from.left().plus(settings.duration())));
    return null;
  }

  private static int shareOf(String taker, Map<SessionName, String> plan) {
    return (int) plan.values().stream().filter(taker::equals).count();
  }
}
