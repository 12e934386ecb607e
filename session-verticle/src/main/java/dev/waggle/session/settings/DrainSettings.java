package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.time.Duration;

/**
 * How a node that is told to end hands its sessions over.
 *
 * @param timeout what has not been handed over by then is closed, with a last snapshot, and left to
 *     the others
 * @param parallel how many sessions move at a time
 * @param patience how long a session that has moved is waited for before the next one moves
 */
public record DrainSettings(Duration timeout, int parallel, Duration patience) {

  /** Two at a time, for a minute. */
  public static final DrainSettings DEFAULT =
      new DrainSettings(Duration.ofSeconds(60), 2, Duration.ofSeconds(10));

  public DrainSettings {
    new Problems()
        .range("timeout", timeout, Duration.ZERO, Duration.ofHours(1))
        .range("parallel", parallel, 1, 100)
        .range("patience", patience, Duration.ZERO, Duration.ofMinutes(5))
        .throwIfAny();
  }
}
