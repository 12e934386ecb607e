package dev.waggle.gateway.limit;

import io.vertx.core.MultiMap;
import java.time.Duration;

/**
 * What is left of a limit, as callers are told.
 *
 * @param limit how many there may be; 0 when there is no limit
 * @param remaining how many there may be before the next reset
 * @param reset until there will be more
 */
public record Allowance(int limit, long remaining, Duration reset) {

  /** Where nothing is counted, or the count could not be had. */
  public static final Allowance UNLIMITED = new Allowance(0, 0, Duration.ZERO);

  /** Says it in headers; those of a narrower limit take the place of a wider one's. */
  public void writeTo(MultiMap headers) {
    if (limit > 0) {
      headers.set("RateLimit-Limit", String.valueOf(limit));
      headers.set("RateLimit-Remaining", String.valueOf(remaining));
      headers.set("RateLimit-Reset", String.valueOf(seconds(reset)));
    }
  }

  /** Whole seconds, rounded up, so that nobody comes back too early. */
  public static long seconds(Duration wait) {
    return wait.plusNanos(999_999_999).toSeconds();
  }
}
