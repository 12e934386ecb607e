package dev.waggle.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From a written value to the type of a record's component. Sizes are numbers of bytes. */
final class Conversions {

  private static final Map<Class<?>, Function<String, Object>> PARSERS =
      Map.of(
          String.class, text -> text,
          int.class, WholeNumbers::parseInt,
          long.class, WholeNumbers::parse,
          boolean.class, Conversions::truth,
          Duration.class, Durations::parse,
          Path.class, Conversions::path,
          URI.class, Conversions::uri,
          List.class, Conversions::list);

  private Conversions() {}

  /** Whether a component of this type is one value, and not a group of keys. */
  static boolean isValue(Class<?> type) {
    return type.isEnum() || PARSERS.containsKey(type);
  }

  /**
   * The typed value.
   *
   * @throws IllegalArgumentException with a sentence that says what would be right; it does not
   *     repeat what was written, which may be a secret in the wrong place
   */
  static Object convert(String text, Class<?> type) {
    return type.isEnum() ? constant(text, type) : PARSERS.get(type).apply(text);
  }

  private static Object truth(String text) {
    return switch (text.trim().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false.");
    };
  }

  private static Object path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("must be a path of this machine.", e);
    }
  }

  private static Object uri(String text) {
    try {
      return URI.create(text.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be an address such as https://example.org/.", e);
    }
  }

  private static Object list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static Object constant(String text, Class<?> type) {
    String wanted = Keys.kebab(text.trim()).replace('_', '-');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> spelling(constant).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be " + choices(type) + "."));
  }

  private static String choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Conversions::spelling)
        .collect(Collectors.joining(" or "));
  }

  private static String spelling(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
