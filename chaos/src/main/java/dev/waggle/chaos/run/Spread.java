package dev.waggle.chaos.run;

import java.time.Duration;
import java.util.List;

/** Median, 95th percentile and maximum of times, as people read them; dashes for none. */
record Spread(String median, String p95, String max) {

  private static final String NONE = "-";

  static Spread of(List<Duration> times) {
    if (times.isEmpty()) {
      return new Spread(NONE, NONE, NONE);
    }
    List<Duration> sorted = times.stream().sorted().toList();
    return new Spread(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
  }

  /** The smallest value that a share of all do not exceed. */
  private static String at(List<Duration> sorted, double share) {
    return Seconds.text(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
  }
}
