package dev.waggle.contract;

import java.time.Instant;

/**
 * A QR as it is on show.
 *
 * @param urlCode the text in the QR, {@code 2@…}; whoever reads it can take part in linking, so it
 *     is never logged
 * @param base64 a PNG of 400 px, margin 2, level H, as a data URL
 * @param ascii the same for a terminal, in half blocks
 * @param attempt 1 for the first QR since the start
 * @param maxAttempts after so many the session gives up
 * @param expiresAt when WhatsApp replaces it
 */
public record QrCode(
    String urlCode,
    String base64,
    String ascii,
    int attempt,
    int maxAttempts,
    Instant generatedAt,
    Instant expiresAt) {

  @Override
  public String toString() {
    return "QrCode[attempt=" + attempt + "/" + maxAttempts + ", expiresAt=" + expiresAt + "]";
  }
}
