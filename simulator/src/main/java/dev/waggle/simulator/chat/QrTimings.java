package dev.waggle.simulator.chat;

/**
 * How long a page shows its QRs. The live page shows the first of six for 60 s and the others for
 * 20 s each.
 *
 * @param firstMs milliseconds for the first
 * @param nextMs milliseconds for each other one
 * @param count how many there are before the page goes idle
 */
public record QrTimings(long firstMs, long nextMs, int count) {

  /** What the live page does. */
  public static final QrTimings LIVE = new QrTimings(60_000, 20_000, 6);

  /** Refuses times and counts below 1. */
  public QrTimings {
    if (firstMs < 1 || nextMs < 1 || count < 1) {
      throw new IllegalArgumentException("QR times and their number must be at least 1");
    }
  }
}
