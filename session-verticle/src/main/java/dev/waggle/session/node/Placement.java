package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.session.registry.LiveNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a session should run: on the node with the fewest sessions, and among equals on the one
 * with the most free memory. A node that has no room, or whose machine is short of memory, takes
 * none.
 */
final class Placement {

  private static final Comparator<LiveNode> BEST_FIRST =
      Comparator.comparing(LiveNode::sessions)
          .thenComparing(LiveNode::freeMemory, Comparator.reverseOrder())
          .thenComparing(LiveNode::id);

  /**
   * Free memory changes by the second, and those that plan look at different moments; a difference
   * between two nodes would have both take a session, or neither.
   */
  private static final Comparator<LiveNode> STEADY =
      Comparator.comparing(LiveNode::sessions).thenComparing(LiveNode::id);

  private Placement() {}

  /** One session's way from the fullest node to the emptiest that has room. */
  record Step(LiveNode from, LiveNode to) {}

  /** The next step towards nodes that have as many sessions; empty when they are even. */
  static Optional<Step> nextToEven(List<LiveNode> nodes) {
    List<LiveNode> takers = rank(nodes);
    Optional<LiveNode> fullest =
        nodes.stream()
            .filter(node -> !node.draining())
            .max(Comparator.comparing(LiveNode::sessions).thenComparing(LiveNode::id));
    return fullest
        .filter(from -> !takers.isEmpty() && from.sessions() - takers.get(0).sessions() > 1)
        .map(from -> new Step(from, takers.get(0)));
  }

  /** How many such steps there are. */
  static int movesToEven(List<LiveNode> nodes) {
    List<LiveNode> left = new ArrayList<>(nodes);
    int moves = 0;
    for (Optional<Step> step = nextToEven(left); step.isPresent(); step = nextToEven(left)) {
      moves++;
      left.replaceAll(after(step.get()));
    }
    return moves;
  }

  private static UnaryOperator<LiveNode> after(Step step) {
    return node ->
        node.equals(step.from())
            ? node.withMore(-1)
            : node.equals(step.to()) ? node.withMore(1) : node;
  }

  /** The nodes that have room, the best first. */
  static List<LiveNode> rank(List<LiveNode> nodes) {
    return nodes.stream().filter(LiveNode::hasRoom).sorted(BEST_FIRST).toList();
  }

  /**
   * Which node takes which session, one after the other. Every node that reads the same rows, at
   * about the same time, comes to the same plan. What finds no room is left out.
   */
  static Map<SessionName, String> spread(List<SessionName> sessions, List<LiveNode> nodes) {
    List<LiveNode> left = new ArrayList<>(nodes);
    Map<SessionName, String> plan = new HashMap<>();
    for (SessionName session : sessions) {
      left.stream()
          .filter(LiveNode::hasRoom)
          .min(STEADY)
          .ifPresent(
              best -> {
                plan.put(session, best.id());
                left.set(left.indexOf(best), best.withMore(1));
              });
    }
    return plan;
  }
}
