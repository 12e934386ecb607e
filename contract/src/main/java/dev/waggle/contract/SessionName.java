package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a session: a letter or digit, then up to 63 letters, digits, underscores or hyphens.
 * It is safe in a path, in a file name and in a bus address, and this is the one place where that
 * is checked.
 *
 * @param value the name as the caller wrote it; names are case-sensitive
 */
public record SessionName(@JsonValue String value) implements Comparable<SessionName> {

  /** The rule as a regular expression, for documents that state it. */
  public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  /**
   * Checks the rule.
   *
   * @throws WaggleException with {@link ErrorCode#INVALID_SESSION_NAME} when the name is illegal
   */
  public SessionName {
    if (value == null || !LEGAL.matcher(value).matches()) {
      throw new WaggleException(
          ErrorCode.INVALID_SESSION_NAME,
          "A session name is 1 to 64 letters, digits, '_' or '-', and starts with a letter or a"
              + " digit.");
    }
  }

  /** The same as the constructor, and what Jackson reads a bare JSON string with. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SessionName of(String value) {
    return new SessionName(value);
  }

  @Override
  public int compareTo(SessionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
