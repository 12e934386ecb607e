package dev.waggle.session.page;

import java.time.Duration;

/** How long the owner of a page may still act as such. To be asked from any thread. */
@FunctionalInterface
public interface OwnerLease {

  /** Zero or less when it may not any more. */
  Duration left();

  /** Whether the owner may act at this moment. */
  default boolean isHeld() {
    return left().compareTo(Duration.ZERO) > 0;
  }
}
