package dev.waggle.chaos.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One message that a phone wrote to a session, and how it was heard.
 *
 * @param hearings oldest first; more than one when it came again
 */
public record Incoming(String session, String text, Instant written, List<Hearing> hearings) {

  /** Longer than any message takes to a page that is watched. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  public boolean isHeard() {
    return !hearings.isEmpty();
  }

  /** Whether it came while nobody watched the page, and was told when somebody did again. */
  public boolean isReconciled() {
    return isHeard() && Duration.between(written, hearings.get(0).at()).compareTo(AT_ONCE) > 0;
  }

  @Override
  public String toString() {
    return "\"%s\" written=%s heard=%s".formatted(text, written, hearings);
  }
}
