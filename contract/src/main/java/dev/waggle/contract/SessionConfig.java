package dev.waggle.contract;

import java.util.Map;

/**
 * What one session has of its own; everything else is the node's configuration.
 *
 * @param qrMaxAttempts how many QRs are shown before the session fails, 1 to 100; null means the
 *     node's default (5)
 * @param relinkDelaySeconds after linking has failed (nobody scanned, or no QR came) the session
 *     clears its profile and starts afresh after so many seconds, 1 to 3600; null means that it
 *     stays FAILED
 * @param metadata anything that the caller wants to find again in {@link SessionInfo}; never null,
 *     at most 32 entries
 */
public record SessionConfig(
    Integer qrMaxAttempts, Integer relinkDelaySeconds, Map<String, String> metadata) {

  /** Nothing of its own. */
  public static final SessionConfig DEFAULT = new SessionConfig(null, null, Map.of());

  private static final int MAX_QR_ATTEMPTS = 100;
  private static final int MAX_RELINK_DELAY = 3600;
  private static final int MAX_METADATA = 32;

  /**
   * Checks the limits.
   *
   * @throws WaggleException with {@link ErrorCode#INVALID_REQUEST}
   */
  public SessionConfig {
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    checkRange("qrMaxAttempts", qrMaxAttempts, MAX_QR_ATTEMPTS);
    checkRange("relinkDelaySeconds", relinkDelaySeconds, MAX_RELINK_DELAY);
    if (metadata.size() > MAX_METADATA) {
      throw new WaggleException(ErrorCode.INVALID_REQUEST, "metadata takes at most 32 entries.");
    }
  }

  private static void checkRange(String field, Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      throw new WaggleException(ErrorCode.INVALID_REQUEST, field + " must be 1 to " + most + ".");
    }
  }
}
