package dev.waggle.contract;

import java.util.Map;

/**
 * What one session has of its own; everything else is the node's configuration.
 *
 * @param qrMaxAttempts how many QRs are shown before the session fails, 1 to 100; null means the
 *     node's default (5)
 * @param metadata anything that the caller wants to find again in {@link SessionInfo}; never null,
 *     at most 32 entries
 */
public record SessionConfig(Integer qrMaxAttempts, Map<String, String> metadata) {

  /** Nothing of its own. */
  public static final SessionConfig DEFAULT = new SessionConfig(null, Map.of());

  private static final int MAX_METADATA = 32;

  /**
   * Checks the limits.
   *
   * @throws WaggleException with {@link ErrorCode#INVALID_REQUEST}
   */
  public SessionConfig {
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    if (qrMaxAttempts != null && (qrMaxAttempts < 1 || qrMaxAttempts > 100)) {
      throw new WaggleException(ErrorCode.INVALID_REQUEST, "qrMaxAttempts must be 1 to 100.");
    }
    if (metadata.size() > MAX_METADATA) {
      throw new WaggleException(ErrorCode.INVALID_REQUEST, "metadata takes at most 32 entries.");
    }
  }
}
