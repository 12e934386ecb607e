package dev.waggle.simulator.http;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.waggle.simulator.account.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads the QR in a picture, as a phone's camera would. Takes some time: not for event loops. */
final class QrReader {

  /** Finds a QR anywhere in a picture. */
  private static final Map<DecodeHintType, Object> PHOTO = Map.of(DecodeHintType.TRY_HARDER, true);

  /** Takes the picture for a drawn QR with nothing around it. */
  private static final Map<DecodeHintType, Object> DRAWING =
      Map.of(DecodeHintType.PURE_BARCODE, true);

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
    // ZXing's search for the corners misses about one in 25 large, flawless drawings; reading them
    // as a drawing misses none. Small pictures are sometimes read better with one threshold for
    // all.
    return read(new HybridBinarizer(source), DRAWING)
        .or(() -> read(new HybridBinarizer(source), PHOTO))
        .or(() -> read(new GlobalHistogramBinarizer(source), PHOTO))
        .orElseThrow(() -> new Refusal(422, "There is no QR to be found in that picture."));
  }

  private static Optional<String> read(Binarizer pixels, Map<DecodeHintType, Object> hints) {
    try {
      String text = new QRCodeReader().decode(new BinaryBitmap(pixels), hints).getText();
      return Optional.of(text).filter(found -> !found.isEmpty());
    } catch (ReaderException e) {
      return Optional.empty();
    }
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
