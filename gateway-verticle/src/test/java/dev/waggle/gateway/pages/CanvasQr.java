package dev.waggle.gateway.pages;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Reads the QR that a page has drawn, as a phone's camera would. */
final class CanvasQr {

  private CanvasQr() {}

  /** The text in the QR on a canvas. */
  static String textOf(Locator canvas) {
    String url = (String) canvas.evaluate("canvas => canvas.toDataURL('image/png')");
    byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      int width = image.getWidth();
      int height = image.getHeight();
      int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
      BinaryBitmap bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      return new QRCodeMultiReader().decodeMultiple(bitmap)[0].getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NotFoundException e) {
      throw new AssertionError("No QR can be read on the canvas.", e);
    }
  }
}
