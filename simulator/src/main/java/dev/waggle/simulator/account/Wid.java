package dev.waggle.simulator.account;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on WhatsApp without a device part: {@code 5511999999999@c.us} (an account by its
 * number), {@code 123@lid} (the same account by its hidden id) or {@code 123@g.us} (a group).
 *
 * @param user digits, for old groups also a hyphen
 * @param server {@code c.us}, {@code lid} or {@code g.us}
 */
public record Wid(String user, String server) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\+?([0-9]{5,20}(?:-[0-9]{5,20})?)(?::[0-9]+)?(?:@(c\\.us|s\\.whatsapp\\.net|lid|g\\.us))?");
  private static final Pattern NUMBER = Pattern.compile("\\+?([0-9]{5,15})");

  /**
   * Reads an address. A bare number is an account's, and a device part is dropped.
   *
   * @throws Refusal 400 when it is none
   */
  public static Wid parse(String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text.strip());
    if (!matcher.matches()) {
      throw new Refusal(400, "That is no address: write digits, or digits@c.us, @lid or @g.us.");
    }
    String server = matcher.group(2);
    return new Wid(
        matcher.group(1), server == null || server.equals("s.whatsapp.net") ? "c.us" : server);
  }

  /** The account that has this number, digits without a plus sign. */
  public static Wid ofNumber(String number) {
    return new Wid(number, "c.us");
  }

  /**
   * The digits of a phone number that may carry a plus sign.
   *
   * @throws Refusal 400 when it is no phone number
   */
  public static String number(String text) {
    Matcher matcher = NUMBER.matcher(text == null ? "" : text.strip());
    if (!matcher.matches()) {
      throw new Refusal(400, "A phone number is 5 to 15 digits with the country code in front.");
    }
    return matcher.group(1);
  }

  /** Whether it names a group. */
  public boolean isGroup() {
    return server.equals("g.us");
  }

  /** Whether it names an account by its hidden id. */
  public boolean isLid() {
    return server.equals("lid");
  }

  @Override
  public String toString() {
    return user + "@" + server;
  }
}
