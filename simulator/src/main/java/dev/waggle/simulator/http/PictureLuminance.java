package dev.waggle.simulator.http;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A picture as the grey values that ZXing reads. */
final class PictureLuminance {

  private PictureLuminance() {}

  /** Draws the picture in grey, on white where it is transparent. */
  static LuminanceSource of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D canvas = grey.createGraphics();
    try {
      canvas.drawImage(image, 0, 0, Color.WHITE, null);
    } finally {
      canvas.dispose();
    }
    byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    return new PlanarYUVLuminanceSource(pixels, width, height, 0, 0, width, height, false);
  }
}
