package dev.waggle.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers, and amounts of data as people write them: {@code 64KiB}, {@code 32MiB}. */
final class WholeNumbers {

  private static final Pattern SIZE = Pattern.compile("(-?\\d{1,18})\\s*(B|KiB|MiB|GiB)?");
  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

  private WholeNumbers() {}

  /**
   * Reads one; a size comes out in bytes.
   *
   * @throws IllegalArgumentException with a sentence that says what would be right
   */
  static long parse(String text) {
    Matcher matcher = SIZE.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be a whole number, or a size such as 32MiB.");
    }
    String unit = matcher.group(2) == null ? "B" : matcher.group(2);
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.get(unit));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("is more than can be counted.", e);
    }
  }

  /** The same for what cannot be more than two thousand million. */
  static int parseInt(String text) {
    try {
      return Math.toIntExact(parse(text));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("is more than can be counted here.", e);
    }
  }
}
