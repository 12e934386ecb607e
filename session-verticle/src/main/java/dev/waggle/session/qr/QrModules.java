package dev.waggle.session.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The dark and light squares of a QR. */
final class QrModules {

  /** Light modules around the code. The standard asks for four, readers are content with two. */
  static final int MARGIN = 2;

  private QrModules() {}

  /**
   * The code, scaled by whole numbers and centred.
   *
   * @param side edge length in squares; 0 means one square for each module
   * @throws WaggleException with INTERNAL when the text does not fit into any QR
   */
  static BitMatrix of(String text, ErrorCorrectionLevel level, int side) {
    Map<EncodeHintType, Object> hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION, level,
            EncodeHintType.MARGIN, MARGIN,
            EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8);
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side, hints);
    } catch (WriterException | IllegalArgumentException e) {
      throw new WaggleException(
          ErrorCode.INTERNAL, "WhatsApp's linking text does not fit into a QR.", e);
    }
  }
}
