package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One session that a blow took down.
 *
 * @param struck when
 * @param recovery until it worked again; empty when it did not in time
 */
record Hit(BlowKind kind, String session, Instant struck, Optional<Duration> recovery) {

  static Hit of(BlowKind kind, String session, Instant struck) {
    return new Hit(kind, session, struck, Optional.empty());
  }

  Hit workingAt(Instant moment) {
    return new Hit(kind, session, struck, Optional.of(Duration.between(struck, moment)));
  }
}
