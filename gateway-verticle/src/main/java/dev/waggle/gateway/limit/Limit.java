package dev.waggle.gateway.limit;

import dev.waggle.contract.WaggleException;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** One kind of limit: how its buckets are called, how large they are, and what they mean. */
final class Limit {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final String kind;
  private final int perMinute;
  private final int perDay;
  private final boolean bursts;

  /** Numbers for windows of a minute and of a day, which begin with the first; 0 is no limit. */
  static Limit inMinuteAndDay(String kind, int perMinute, int perDay) {
    return new Limit(kind, perMinute, perDay, false);
  }

  /** A number a minute that comes back little by little, so that nobody waits long; 0 is none. */
  static Limit flowing(String kind, int perMinute) {
    return new Limit(kind, perMinute, 0, true);
  }

  private Limit(String kind, int perMinute, int perDay, boolean bursts) {
    this.kind = kind;
    this.perMinute = perMinute;
    this.perDay = perDay;
    this.bursts = bursts;
  }

  boolean isOff() {
    return perMinute == 0 && perDay == 0;
  }

  /** The numbers are in the name: after a change of settings old counts mean nothing. */
  String bucketOf(String whose) {
    return kind + ":" + perMinute + ":" + perDay + ":" + whose;
  }

  BucketConfiguration size() {
    ConfigurationBuilder builder = BucketConfiguration.builder();
    add(builder, perMinute, MINUTE);
    add(builder, perDay, DAY);
    return builder.build();
  }

  /**
   * What an attempt to take a token means.
   *
   * @throws WaggleException with the wait, when there was none
   */
  Allowance judge(ConsumptionProbe probe, String whose) {
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
      throw WaggleException.tooMany(sentence(whose, Allowance.seconds(wait)), wait);
    }
    Duration reset = Duration.ofNanos(probe.getNanosToWaitForReset());
    boolean beyondMinute = perMinute > 0 && reset.compareTo(MINUTE) > 0;
    return new Allowance(most(), probe.getRemainingTokens(), beyondMinute ? MINUTE : reset);
  }

  private void add(ConfigurationBuilder builder, int tokens, Duration period) {
    if (tokens > 0) {
      builder.addLimit(
          limit ->
              bursts
                  ? limit.capacity(tokens).refillGreedy(tokens, period)
                  : limit.capacity(tokens).refillIntervally(tokens, period));
    }
  }

  private int most() {
    return perMinute > 0 ? perMinute : perDay;
  }

  private String sentence(String whose, long seconds) {
    return "Too many "
        + kind
        + " from "
        + whose
        + ": "
        + (perMinute > 0 ? perMinute + " a minute" : "")
        + (perMinute > 0 && perDay > 0 ? " and " : "")
        + (perDay > 0 ? perDay + " a day" : "")
        + " are allowed. Try again in "
        + seconds
        + " s.";
  }
}
