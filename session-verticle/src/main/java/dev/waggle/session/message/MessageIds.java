package dev.waggle.session.message;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Ids of messages. We choose them ourselves and give them to WhatsApp, so that a repeated send can
 * be recognised (whatsapp-web facts §9).
 */
final class MessageIds {

  /** What ids begin with that WhatsApp's own web client makes. */
  private static final String PREFIX = "3EB0";

  private static final int RANDOM_BYTES = 9;
  private static final Pattern LEGAL = Pattern.compile("[0-9A-F]{16,64}");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final SecureRandom random = new SecureRandom();

  /**
   * The caller's id, or a new one of 22 upper-case hexadecimal digits.
   *
   * @param chosen null or the caller's
   * @throws WaggleException with INVALID_REQUEST when the caller's is of another form
   */
  String idOr(String chosen) {
    if (chosen == null) {
      byte[] bytes = new byte[RANDOM_BYTES];
      random.nextBytes(bytes);
      return PREFIX + HEX.formatHex(bytes);
    }
    if (!LEGAL.matcher(chosen).matches()) {
      throw new WaggleException(
          ErrorCode.INVALID_REQUEST, "messageId must be 16 to 64 upper-case hexadecimal digits.");
    }
    return chosen;
  }
}
