package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.time.Duration;

/**
 * How a session is linked.
 *
 * @param qrMaxAttempts how many QRs are shown before the session fails, unless the session's own
 *     config says otherwise
 * @param firstQrTimeout for the first QR after the page has loaded
 * @param firstQrLifetime how long WhatsApp lets the first QR of a round stand
 * @param qrLifetime how long it lets each following one stand
 * @param scanTimeout from the scan to being ready
 */
public record LinkingSettings(
    int qrMaxAttempts,
    Duration firstQrTimeout,
    Duration firstQrLifetime,
    Duration qrLifetime,
    Duration scanTimeout) {

  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofMinutes(10);

  /** Five QRs; lifetimes as measured on the live page. */
  public static final LinkingSettings DEFAULT =
      new LinkingSettings(
          5,
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(120));

  public LinkingSettings {
    new Problems()
        .range("qrMaxAttempts", qrMaxAttempts, 1, 100)
        .range("firstQrTimeout", firstQrTimeout, LEAST, MOST)
        .range("firstQrLifetime", firstQrLifetime, LEAST, MOST)
        .range("qrLifetime", qrLifetime, LEAST, MOST)
        .range("scanTimeout", scanTimeout, LEAST, MOST)
        .throwIfAny();
  }
}
