package dev.waggle.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 5s}, {@code 2m}, {@code 1h}, ISO-8601. */
final class Durations {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private Durations() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with a sentence that says what would be right
   */
  static Duration parse(String text) {
    Matcher matcher = TEXT.matcher(text.trim());
    if (matcher.matches()) {
      return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
    }
    try {
      return Duration.parse(text.trim());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a duration such as 250ms, 5s, 2m or PT1M30S.", e);
    }
  }
}
