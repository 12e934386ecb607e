package dev.waggle.it.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** A QR reader that shares no code with ZXing: {@code zbarimg} of Debian's zbar-tools. */
public final class ZBar {

  private static final int CELL = 6;

  private ZBar() {}

  /** The text of the one QR in a PNG. */
  public static String read(byte[] png) throws IOException, InterruptedException {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("qr", ".png");
    try {
      java.nio.file.Files.write(file, png);
      Process process = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString()).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError("zbarimg found no QR");
      }
      return text.strip();
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  /** Half blocks drawn as a light-on-dark terminal would show them, as a PNG. */
  public static byte[] picture(String halfBlocks) throws IOException {
    List<String> lines = halfBlocks.lines().toList();
    int columns = lines.stream().mapToInt(String::length).max().orElseThrow();
    BufferedImage image =
        new BufferedImage(columns * CELL, lines.size() * 2 * CELL, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).length(); column++) {
        draw(image, column, row, lines.get(row).charAt(column));
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static void draw(BufferedImage image, int column, int row, char block) {
    if (block == '█' || block == '▀') {
      fill(image, column, 2 * row);
    }
    if (block == '█' || block == '▄') {
      fill(image, column, 2 * row + 1);
    }
  }

  private static void fill(BufferedImage image, int column, int row) {
    for (int x = 0; x < CELL; x++) {
      for (int y = 0; y < CELL; y++) {
        image.setRGB(column * CELL + x, row * CELL + y, 0xFFFFFF);
      }
    }
  }
}
