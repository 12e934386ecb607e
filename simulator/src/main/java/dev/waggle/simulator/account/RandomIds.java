package dev.waggle.simulator.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Draws the ids, refs and nonces that the stand-in hands out. */
public final class RandomIds {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  /** Random bytes. */
  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Random bytes as base64. */
  public static String base64(int count) {
    return Base64.getEncoder().encodeToString(bytes(count));
  }

  /** A message id of the form that a phone gives: {@code 3A} and 18 hex digits. */
  public static String message() {
    return "3A" + HexFormat.of().withUpperCase().formatHex(bytes(9));
  }

  /** As many decimal digits, the first of them not 0. */
  public static String digits(int count) {
    return letters("123456789", 1) + letters("0123456789", count - 1);
  }

  /** As many characters out of an alphabet. */
  public static String letters(String alphabet, int count) {
    StringBuilder text = new StringBuilder(count);
    RANDOM.ints(count, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
    return text.toString();
  }
}
