package dev.waggle.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder has it: {@code wg_<id>_<secret>}, so that people and scanners for leaked
 * secrets know it when they see it. It does not travel over the bus; {@link #hash} does.
 *
 * @param id 16 hexadecimal digits, by which the key is listed and revoked
 * @param text all of it; never logged, and shown once
 */
public record KeySecret(String id, String text) {

  private static final Pattern FORM = Pattern.compile("wg_([0-9a-f]{16})_[0-9a-f]{64}");
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one of 256 random bits. */
  public static KeySecret random() {
    String id = hex(ID_BYTES);
    return new KeySecret(id, "wg_" + id + "_" + hex(SECRET_BYTES));
  }

  /** What somebody shows; empty when it has not the form of a key. */
  public static Optional<KeySecret> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new KeySecret(matcher.group(1), text))
        : Optional.empty();
  }

  /**
   * The SHA-256 of the text, in hexadecimal digits: what is stored. With so many random bits there
   * is nothing that a slower hash would make harder.
   */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public String toString() {
    return "KeySecret[" + id + "]";
  }
}
