package dev.waggle.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data, written as {@code 64KiB}, {@code 32MiB}, {@code 1GiB} or a number of bytes.
 *
 * @param bytes zero or more
 */
public record ByteSize(long bytes) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\s*(B|KiB|MiB|GiB)?");
  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("must not be negative.");
    }
  }

  /** So many mebibytes. */
  public static ByteSize ofMebibytes(long mebibytes) {
    return new ByteSize(Math.multiplyExact(mebibytes, 1L << 20));
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException with a sentence that says what would be right
   */
  public static ByteSize parse(String text) {
    Matcher matcher = TEXT.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be a size such as 64KiB or 32MiB.");
    }
    String unit = matcher.group(2) == null ? "B" : matcher.group(2);
    try {
      return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.get(unit)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("is more than can be counted.", e);
    }
  }

  @Override
  public String toString() {
    return bytes > 0 && bytes % (1L << 20) == 0 ? (bytes >> 20) + "MiB" : bytes + "B";
  }
}
