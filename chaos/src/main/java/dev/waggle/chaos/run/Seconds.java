package dev.waggle.chaos.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Times as people read them. */
final class Seconds {

  private Seconds() {}

  static String text(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /** Median, 95th percentile and maximum; dashes when there is nothing to count. */
  static String spread(List<Duration> times) {
    if (times.isEmpty()) {
      return String.format("%8s %8s %8s", "-", "-", "-");
    }
    List<Duration> sorted = times.stream().sorted().toList();
    return String.format(
        "%8s %8s %8s",
        text(at(sorted, 0.5)), text(at(sorted, 0.95)), text(sorted.get(sorted.size() - 1)));
  }

  /** The smallest value that a share of all do not exceed. */
  private static Duration at(List<Duration> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
