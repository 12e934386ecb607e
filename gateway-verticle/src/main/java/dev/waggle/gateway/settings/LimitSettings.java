package dev.waggle.gateway.settings;

import dev.waggle.settings.Problems;

/**
 * How much callers may do in a time. 0 is no limit.
 *
 * @param sendsPerMinute what one session may send in a minute
 * @param sendsPerDay what one session may send in 24 hours
 * @param requestsPerMinute what one key may ask for in a minute
 * @param failedLoginsPerMinute how many wrong keys may come from one address in a minute
 */
public record LimitSettings(
    int sendsPerMinute, int sendsPerDay, int requestsPerMinute, int failedLoginsPerMinute) {

  /** What WhatsApp is said to bear of one account, and what one program may ask in good faith. */
  public static final LimitSettings DEFAULT = new LimitSettings(20, 1_000, 1_200, 60);

  /** No limit at all. */
  public static final LimitSettings NONE = new LimitSettings(0, 0, 0, 0);

  private static final int MOST = 1_000_000;

  public LimitSettings {
    new Problems()
        .range("sendsPerMinute", sendsPerMinute, 0, MOST)
        .range("sendsPerDay", sendsPerDay, 0, MOST)
        .range("requestsPerMinute", requestsPerMinute, 0, MOST)
        .range("failedLoginsPerMinute", failedLoginsPerMinute, 0, MOST)
        .throwIfAny();
  }
}
