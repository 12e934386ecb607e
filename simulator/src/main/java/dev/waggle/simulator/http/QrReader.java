package dev.waggle.simulator.http;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.waggle.simulator.account.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads the QR in a picture, as a phone's camera would. Takes some time: not for event loops. */
final class QrReader {

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          java.util.List.of(BarcodeFormat.QR_CODE));

  static {
    // Pictures are small: ImageIO need not put them into a temporary file first.
    ImageIO.setUseCache(false);
  }

  private QrReader() {}

  /**
   * The text of the QR in a PNG, JPEG or GIF.
   *
   * @throws Refusal 415 when the bytes are no such picture, 422 when there is no QR to be found
   */
  static String read(byte[] picture) {
    LuminanceSource source = PictureLuminance.of(decode(picture));
    try {
      return read(new BinaryBitmap(new HybridBinarizer(source)));
    } catch (ReaderException e) {
      return readPlain(source);
    }
  }

  /** Small, clean pictures are sometimes read better with one threshold for all. */
  private static String readPlain(LuminanceSource source) {
    try {
      return read(new BinaryBitmap(new GlobalHistogramBinarizer(source)));
    } catch (ReaderException e) {
      throw new Refusal(422, "There is no QR to be found in that picture.");
    }
  }

  private static String read(BinaryBitmap bitmap) throws ReaderException {
    String text = new QRCodeReader().decode(bitmap, HINTS).getText();
    if (text.isEmpty()) {
      throw NotFoundException.getNotFoundInstance();
    }
    return text;
  }

  private static BufferedImage decode(byte[] picture) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      if (image != null) {
        return image;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(415, "That picture is damaged; send a PNG.");
    }
    throw new Refusal(415, "The body must be a picture: PNG, JPEG or GIF.");
  }
}
