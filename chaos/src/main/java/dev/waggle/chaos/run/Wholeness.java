package dev.waggle.chaos.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits until every JVM is a member of one cluster again. A node that was frozen or cut off is a
 * cluster of its own until the two merge, and whatever is struck meanwhile is struck in a cluster
 * that has one node less.
 */
final class Wholeness {

  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final IntSupplier members;
  private final int wanted;
  private final Duration limit;
  private final RunLog log;

  /**
   * A wait that can be repeated.
   *
   * @param members how many there are at the moment
   * @param wanted how many there are to be
   * @param limit after which a wait is given up
   */
  Wholeness(IntSupplier members, int wanted, Duration limit, RunLog log) {
    this.members = members;
    this.wanted = wanted;
    this.limit = limit;
    this.log = log;
  }

  /** Empty when it is whole; else what is wrong, in words. */
  Optional<String> await() {
    long begun = System.nanoTime();
    try {
      Awaitility.await()
          .atMost(limit)
          .pollDelay(Duration.ZERO)
          .until(() -> members.getAsInt() >= wanted);
    } catch (ConditionTimeoutException inVain) {
      String trouble =
          "the cluster has %d of %d members after %s"
              .formatted(members.getAsInt(), wanted, Seconds.text(limit));
      log.say("TROUBLE " + trouble);
      return Optional.of(trouble);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (took.compareTo(AT_ONCE) > 0) {
      log.say("the cluster is whole again " + Seconds.text(took) + " later");
    }
    return Optional.empty();
  }
}
