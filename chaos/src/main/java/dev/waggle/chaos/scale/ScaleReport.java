package dev.waggle.chaos.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a scale run has measured.
 *
 * @param windows of starts, in the order in which they were made
 * @param placed sessions by node when all were started
 * @param moved the sessions of the node that was killed
 * @param unmoved those of them that nobody took over in time
 * @param firstMoved from the kill until the first of them worked again
 * @param lastMoved until the last one did
 * @param rehomed sessions by node in the end
 */
public record ScaleReport(
    List<Window> windows,
    Map<String, Long> placed,
    int moved,
    int unmoved,
    Duration firstMoved,
    Duration lastMoved,
    Map<String, Long> rehomed) {

  /** How much the busiest and the idlest node may differ from the mean, in percent. */
  private static final double MOST_UNEVEN = 5;

  /** How much a start may cost in the end, as a multiple of the cheapest window. */
  private static final double MOST_GROWTH = 1.5;

  private static final double PERCENT = 100;

  /**
   * Starts that were made one after the other.
   *
   * @param upTo how many sessions there were at the end of it
   */
  public record Window(int upTo, double medianMs, double p95Ms, double perSecond) {}

  /** How far the node that is furthest from the mean is from it, in percent. */
  public static double unevenness(Map<String, Long> sessions) {
    double mean = sessions.values().stream().mapToLong(Long::longValue).average().orElse(0);
    return sessions.values().stream()
            .mapToDouble(count -> Math.abs(count - mean) / mean)
            .max()
            .orElse(0)
        * PERCENT;
  }

  /** The last window's median as a multiple of the lowest: the first ones warm the JVMs up. */
  public double growth() {
    double lowest = windows.stream().mapToDouble(Window::medianMs).min().orElseThrow();
    return windows.get(windows.size() - 1).medianMs() / lowest;
  }

  /** Whether placement is even, nothing was left behind, and starts cost the same throughout. */
  public boolean holds() {
    return unevenness(placed) <= MOST_UNEVEN
        && unevenness(rehomed) <= MOST_UNEVEN
        && unmoved == 0
        && growth() <= MOST_GROWTH;
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("%9s %10s %10s %10s".formatted("sessions", "median ms", "p95 ms", "starts/s"));
    windows.forEach(
        each ->
            lines.add(
                "%9d %10.1f %10.1f %10.0f"
                    .formatted(each.upTo(), each.medianMs(), each.p95Ms(), each.perSecond())));
    lines.add("the last starts cost %.2f times what the cheapest did".formatted(growth()));
    lines.add("placed %s, uneven by %.1f %%".formatted(placed, unevenness(placed)));
    lines.add(
        "a node killed: %d sessions, first working again after %.1f s, last after %.1f s, never %d"
            .formatted(moved, seconds(firstMoved), seconds(lastMoved), unmoved));
    lines.add("then %s, uneven by %.1f %%".formatted(rehomed, unevenness(rehomed)));
    return String.join("\n", lines);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
