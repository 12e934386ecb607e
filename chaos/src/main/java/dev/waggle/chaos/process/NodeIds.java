package dev.waggle.chaos.process;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the cluster calls a session node's process, as its log tells. */
public final class NodeIds {

  private static final Pattern JOINED = Pattern.compile("event=lease-begun node=(\\S+)");

  private NodeIds() {}

  /** Empty until the node has joined. */
  public static Optional<String> in(JavaProcess node) {
    return JOINED
        .matcher(node.output())
        .results()
        .reduce((earlier, later) -> later)
        .map((MatchResult found) -> found.group(1));
  }
}
