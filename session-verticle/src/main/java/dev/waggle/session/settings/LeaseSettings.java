package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.time.Duration;

/**
 * How long a node's word counts.
 *
 * @param duration a node that has not renewed for so long has lost its sessions
 * @param renewal how often it renews
 * @param adoptInterval how often a node looks for sessions that should run and have no live owner
 */
public record LeaseSettings(Duration duration, Duration renewal, Duration adoptInterval) {

  /** Renewed every second, lost after five. */
  public static final LeaseSettings DEFAULT =
      new LeaseSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(1));

  public LeaseSettings {
    new Problems()
        .range("duration", duration, Duration.ofSeconds(1), Duration.ofMinutes(5))
        .range("renewal", renewal, Duration.ofMillis(100), Duration.ofMinutes(1))
        .range("adoptInterval", adoptInterval, Duration.ofMillis(100), Duration.ofMinutes(1))
        .check(
            renewal.multipliedBy(3).compareTo(duration) <= 0,
            "renewal",
            "must be at most a third of duration, so that one lost renewal costs nothing.")
        .throwIfAny();
  }

  /** How much earlier than for others a lease ends for its holder, to leave in good order. */
  public Duration grace() {
    return renewal.multipliedBy(2);
  }

  /** How long a lease counts for its holder after a renewal was asked for. */
  public Duration held() {
    return duration.minus(grace());
  }
}
