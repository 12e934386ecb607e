package dev.waggle.session.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Reads QRs from pictures, and draws what a terminal would show. */
final class QrPictures {

  private static final int CELL = 8;

  private QrPictures() {}

  /** What ZXing reads. */
  static String readWithZxing(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
            Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }

  /** What zbarimg, a reader by others, reads. */
  static String readWithZbar(Path picture) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("zbarimg", "--quiet", "--raw", "--nodbus", picture.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return text.stripTrailing();
  }

  static boolean hasZbar() {
    try {
      Process process =
          new ProcessBuilder("zbarimg", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Light characters on a dark ground, each twice as high as wide, as most terminals draw them. */
  static BufferedImage drawTerminal(String text) {
    String[] lines = text.split("\n", -1);
    int columns = lines[0].length();
    int rows = lines.length - 1;
    BufferedImage image =
        new BufferedImage(columns * CELL, rows * 2 * CELL, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        drawCharacter(canvas, lines[row].charAt(column), column * CELL, row * 2 * CELL);
      }
    }
    canvas.dispose();
    return image;
  }

  static void save(BufferedImage image, Path file) throws IOException {
    ImageIO.write(image, "png", file.toFile());
  }

  private static void drawCharacter(Graphics2D canvas, char character, int x, int y) {
    switch (character) {
      case '█' -> canvas.fillRect(x, y, CELL, 2 * CELL);
      case '▀' -> canvas.fillRect(x, y, CELL, CELL);
      case '▄' -> canvas.fillRect(x, y + CELL, CELL, CELL);
      case ' ' -> {}
      default -> throw new IllegalArgumentException("Not a half block: " + character);
    }
  }
}
