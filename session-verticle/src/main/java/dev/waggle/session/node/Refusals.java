package dev.waggle.session.node;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.registry.LiveNode;
import java.util.ArrayList;
import java.util.List;

/** Why each node does not take a session, in words for whoever wants it started. */
final class Refusals {

  private final List<String> reasons = new ArrayList<>();

  private Refusals() {}

  /** What can be seen without asking them. */
  static Refusals of(List<LiveNode> nodes) {
    Refusals refusals = new Refusals();
    nodes.forEach(
        node -> node.refusal().ifPresent(why -> refusals.reasons.add(node.id() + ": " + why)));
    return refusals;
  }

  /** One that was asked. */
  Refusals and(String node, Throwable failure) {
    reasons.add(node + ": " + wordsOf(WaggleException.of(failure)));
    return this;
  }

  /** NO_CAPACITY. */
  WaggleException asFailure() {
    return new WaggleException(
        ErrorCode.NO_CAPACITY,
        "No session node has room ("
            + (reasons.isEmpty() ? "there is none" : String.join("; ", reasons))
            + "); the session starts by itself when there is room, or start another node.");
  }

  private static String wordsOf(WaggleException failure) {
    return switch (failure.code()) {
      case SHUTTING_DOWN -> "draining";
      case OWNER_UNAVAILABLE -> "does not answer";
      default -> failure.getMessage();
    };
  }
}
