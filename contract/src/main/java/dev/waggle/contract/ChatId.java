package dev.waggle.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who or what a message goes to, as WhatsApp spells it: {@code 5511999999999@c.us} (a person),
 * {@code 120363…@g.us} (a group) or {@code 123456@lid} (a person by hidden id).
 */
public record ChatId(@JsonValue String value) {

  private static final Pattern NUMBER = Pattern.compile("\\+?([0-9]{5,20})");
  private static final Pattern ID =
      Pattern.compile("([0-9]{5,20}(?:-[0-9]{1,20})?)@(c\\.us|s\\.whatsapp\\.net|g\\.us|lid)");
  private static final Pattern RUN_OF_DIGITS = Pattern.compile("[0-9]{5,}");
  private static final int SHOWN = 2;

  /**
   * Reads what a caller wrote: digits with or without {@code +}, or an id ending in {@code @c.us},
   * {@code @s.whatsapp.net} (the same), {@code @g.us} or {@code @lid}.
   *
   * @throws WaggleException with {@link ErrorCode#INVALID_CHAT_ID}
   */
  public static ChatId parse(String text) {
    String trimmed = text == null ? "" : text.strip();
    Matcher number = NUMBER.matcher(trimmed);
    if (number.matches()) {
      return new ChatId(number.group(1) + "@c.us");
    }
    Matcher id = ID.matcher(trimmed);
    if (id.matches()) {
      return new ChatId(id.group(1) + "@" + id.group(2).replace("s.whatsapp.net", "c.us"));
    }
    throw new WaggleException(
        ErrorCode.INVALID_CHAT_ID,
        "A chat is a phone number in digits with its country code, or an id ending in @c.us, @g.us"
            + " or @lid.");
  }

  /** Whether it is a person's phone number, so that WhatsApp can be asked if it exists. */
  public boolean isNumber() {
    return value.endsWith("@c.us");
  }

  /** The part before the {@code @}. */
  public String user() {
    return value.substring(0, value.indexOf('@'));
  }

  /** Fit for logs: every run of five digits or more keeps its first and last two. */
  public static String mask(String text) {
    return RUN_OF_DIGITS.matcher(text).replaceAll(match -> maskDigits(match.group()));
  }

  private static String maskDigits(String digits) {
    int hidden = Math.max(1, digits.length() - 2 * SHOWN);
    return digits.substring(0, SHOWN)
        + "*".repeat(hidden)
        + digits.substring(digits.length() - SHOWN);
  }

  /** The masked form, so that an id that ends up in a log shows no number. */
  @Override
  public String toString() {
    return mask(value);
  }
}
