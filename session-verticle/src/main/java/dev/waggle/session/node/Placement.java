package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.session.registry.LiveNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a session should run: on the node with the fewest sessions, and among equals on the one
 * with the most free memory. A machine that is short of memory comes last.
 */
final class Placement {

  /** A lean browser takes 80 to 200 MiB; below this the next one may push others out. */
  private static final long SHORT_OF_MEMORY = 300L * 1024 * 1024;

  private static final Comparator<LiveNode> BEST_FIRST =
      Comparator.<LiveNode, Boolean>comparing(node -> node.freeMemory() < SHORT_OF_MEMORY)
          .thenComparing(LiveNode::sessions)
          .thenComparing(LiveNode::freeMemory, Comparator.reverseOrder())
          .thenComparing(LiveNode::id);

  private Placement() {}

  /** The nodes that have room, the best first. */
  static List<LiveNode> rank(List<LiveNode> nodes) {
    return nodes.stream().filter(LiveNode::hasRoom).sorted(BEST_FIRST).toList();
  }

  /**
   * Which node takes which session, one after the other. Every node that reads the same rows comes
   * to the same plan. What finds no room is left out.
   */
  static Map<SessionName, String> spread(List<SessionName> sessions, List<LiveNode> nodes) {
    List<LiveNode> left = new ArrayList<>(nodes);
    Map<SessionName, String> plan = new HashMap<>();
    for (SessionName session : sessions) {
      List<LiveNode> ranked = rank(left);
      if (!ranked.isEmpty()) {
        LiveNode best = ranked.get(0);
        plan.put(session, best.id());
        left.set(left.indexOf(best), best.withMore(1));
      }
    }
    return plan;
  }
}
