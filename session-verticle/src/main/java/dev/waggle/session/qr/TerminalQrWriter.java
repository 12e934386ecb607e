package dev.waggle.session.qr;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR in half blocks, two modules to a character, at level L so that it fits a terminal. The
 * <em>light</em> modules are drawn, because most terminals write light on dark.
 */
public final class TerminalQrWriter {

  private static final char BOTH = '\u2588';
  private static final char UPPER = '\u2580';
  private static final char LOWER = '\u2584';

  private TerminalQrWriter() {}

  /** Lines of equal length, each ended by a line feed. */
  public static String text(String text) {
    BitMatrix modules = QrModules.of(text, ErrorCorrectionLevel.L, 0);
    StringBuilder out = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y += 2) {
      for (int x = 0; x < modules.getWidth(); x++) {
        out.append(character(!modules.get(x, y), isLight(modules, x, y + 1)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** The number of rows is odd, so the last character's lower half lies below the code: light. */
  private static boolean isLight(BitMatrix modules, int x, int y) {
    return y >= modules.getHeight() || !modules.get(x, y);
  }

  private static char character(boolean upper, boolean lower) {
    if (upper) {
      return lower ? BOTH : UPPER;
    }
    return lower ? LOWER : ' ';
  }
}
