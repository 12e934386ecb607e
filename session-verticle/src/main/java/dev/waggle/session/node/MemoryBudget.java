package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which browser has grown out of its budget. One measurement above it may be a passing need, so it
 * takes several in a row; and a browser that was replaced for this is let be for a while, because
 * one that grows again at once needs a larger budget and not another replacement.
 */
final class MemoryBudget {

  /** So many measurements in a row above the budget are too many. */
  static final int PATIENCE = 3;

  /** So many measurements are let pass after a replacement. */
  static final int REST = 20;

  private final long budget;
  private final Map<SessionName, Integer> above = new HashMap<>();
  private final Map<SessionName, Integer> resting = new HashMap<>();

  /**
   * Has seen nothing yet.
   *
   * @param budget bytes for each browser; 0 means that there is none
   */
  MemoryBudget(long budget) {
    this.budget = budget;
  }

  boolean isOn() {
    return budget > 0;
  }

  /** Takes a measurement of all browsers, in bytes. */
  void measured(Map<SessionName, Long> sizes) {
    resting.replaceAll((session, left) -> left - 1);
    resting.values().removeIf(left -> left == 0);
    above.keySet().removeIf(session -> !sizes.containsKey(session) || sizes.get(session) <= budget);
    sizes.forEach(
        (session, size) -> {
          if (isOn() && size > budget) {
            above.merge(session, 1, Integer::sum);
          }
        });
  }

  /** One whose browser is to be replaced now; it rests from here on. */
  Optional<SessionName> takeOne() {
    Optional<SessionName> next =
        above.entrySet().stream()
            .filter(each -> each.getValue() >= PATIENCE && !resting.containsKey(each.getKey()))
            .map(Map.Entry::getKey)
            .findFirst();
    next.ifPresent(
        session -> {
          above.remove(session);
          resting.put(session, REST);
        });
    return next;
  }
}
