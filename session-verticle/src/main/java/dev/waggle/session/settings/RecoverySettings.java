package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.time.Duration;

/**
 * How a session comes back after it lost its browser or its connection.
 *
 * @param maxAttempts how many new browsers are tried in a row before the session fails
 * @param firstDelay before a new browser; doubles with every further one in a row. The first one in
 *     the place of a browser that worked does not wait
 * @param maxDelay the doubling ends here
 * @param restoreTimeout from a loaded page to being ready, for a session that was linked before
 * @param offlineTimeout how long a page may be without connection before its browser is replaced
 * @param probeInterval how often the page is asked whether it is truly connected
 * @param quietTime how long no message may have come or gone before a browser that works is
 *     replaced
 * @param quietWithin after this it is replaced though messages come and go; sends that have begun
 *     are finished all the same
 * @param conflict what is done when WhatsApp says that the device is open elsewhere
 */
public record RecoverySettings(
    int maxAttempts,
    Duration firstDelay,
    Duration maxDelay,
    Duration restoreTimeout,
    Duration offlineTimeout,
    Duration probeInterval,
    Duration quietTime,
    Duration quietWithin,
    OnConflict conflict) {

  /** What is done when WhatsApp says that the device is open elsewhere. */
  public enum OnConflict {
    /** The session's owner takes the connection back, three times in ten minutes at most. */
    TAKE_OVER,
    /** The session ends as CONFLICT until somebody starts it. */
    STOP
  }

  private static final Duration LEAST = Duration.ofMillis(50);
  private static final Duration MOST = Duration.ofMinutes(30);

  /** Five attempts: 1, 2, 4, 8 and 16 s. */
  public static final RecoverySettings DEFAULT =
      new RecoverySettings(
          5,
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofSeconds(90),
          Duration.ofSeconds(120),
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          Duration.ofSeconds(60),
          OnConflict.TAKE_OVER);

  public RecoverySettings {
    new Problems()
        .range("maxAttempts", maxAttempts, 0, 100)
        .range("firstDelay", firstDelay, LEAST, MOST)
        .range("maxDelay", maxDelay, LEAST, MOST)
        .range("restoreTimeout", restoreTimeout, LEAST, MOST)
        .range("offlineTimeout", offlineTimeout, LEAST, MOST)
        .range("probeInterval", probeInterval, LEAST, MOST)
        .range("quietTime", quietTime, LEAST, MOST)
        .range("quietWithin", quietWithin, LEAST, MOST)
        .throwIfAny();
  }
}
