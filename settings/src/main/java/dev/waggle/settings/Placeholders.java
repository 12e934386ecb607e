package dev.waggle.settings;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}} and {@code ${NAME:default}} in from the environment. */
final class Placeholders {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:[^}]*)?}");

  private final Map<String, String> environment;

  Placeholders(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The text with every placeholder filled in; a variable that is empty counts as not set.
   *
   * @throws IllegalArgumentException when a variable is not set and there is no default
   */
  String fill(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(this::value);
  }

  private String value(MatchResult placeholder) {
    String set = environment.getOrDefault(placeholder.group(1), "");
    String otherwise = placeholder.group(2);
    if (set.isEmpty() && otherwise == null) {
      throw new IllegalArgumentException(
          "needs the environment variable "
              + placeholder.group(1)
              + ", which is not set; set it, or write ${"
              + placeholder.group(1)
              + ":default}.");
    }
    return Matcher.quoteReplacement(set.isEmpty() ? otherwise.substring(1) : set);
  }
}
