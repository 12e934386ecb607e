package dev.waggle.session.qr;

import dev.waggle.contract.QrCode;
import java.time.Duration;
import java.time.Instant;

/** Turns the text that the page shows into the contract's {@link QrCode}. */
public final class QrCodes {

  private QrCodes() {}

  /**
   * Draws the code; a few milliseconds, so not on an event loop.
   *
   * @param text the whole text, {@code 2@…}
   * @param attempt 1 for the first since the start
   * @param lifetime how long the page will show it
   */
  public static QrCode draw(
      String text, int attempt, int maxAttempts, Instant shownAt, Duration lifetime) {
    return new QrCode(
        text,
        PngQrWriter.dataUrl(text),
        TerminalQrWriter.text(text),
        attempt,
        maxAttempts,
        shownAt,
        shownAt.plus(lifetime));
  }
}
