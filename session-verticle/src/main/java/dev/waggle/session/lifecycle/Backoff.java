package dev.waggle.session.lifecycle;

import dev.waggle.session.settings.RecoverySettings;
import java.time.Duration;

/** How long to wait before the next new browser: doubles from the first delay up to the longest. */
final class Backoff {

  private static final int MAX_DOUBLINGS = 30;

  private Backoff() {}

  /**
   * The wait before an attempt.
   *
   * @param attempt 1 for the first; 0 for one that need not wait
   */
  static Duration before(int attempt, RecoverySettings settings) {
    if (attempt == 0) {
      return Duration.ZERO;
    }
    long factor = 1L << Math.min(attempt - 1, MAX_DOUBLINGS);
    Duration delay = settings.firstDelay().multipliedBy(factor);
    return delay.compareTo(settings.maxDelay()) < 0 ? delay : settings.maxDelay();
  }
}
