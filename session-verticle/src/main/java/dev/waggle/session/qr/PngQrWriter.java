package dev.waggle.session.qr;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A QR as a PNG of one bit a pixel: 400 px, margin 2, error correction level H (the contract's
 * {@link dev.waggle.contract.QrCode}). Takes about 3 ms, so not on an event loop.
 */
public final class PngQrWriter {

  private static final int SIDE = 400;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] NOTHING = {};

  private PngQrWriter() {}

  /** The picture as {@code data:image/png;base64,…}. */
  public static String dataUrl(String text) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text));
  }

  /** The picture's bytes. */
  public static byte[] png(String text) {
    BitMatrix modules = QrModules.of(text, ErrorCorrectionLevel.H, SIDE);
    ByteArrayOutputStream png = new ByteArrayOutputStream(4096);
    png.writeBytes(SIGNATURE);
    writeChunk(png, "IHDR", header(modules.getWidth()));
    writeChunk(png, "IDAT", deflate(rows(modules)));
    writeChunk(png, "IEND", NOTHING);
    return png.toByteArray();
  }

  /** Width, height, one bit, greyscale, then the only defined compression, filter and no lacing. */
  private static byte[] header(int side) {
    return ByteBuffer.allocate(13)
        .putInt(side)
        .putInt(side)
        .put(new byte[] {1, 0, 0, 0, 0})
        .array();
  }

  /**
   * Each row is a filter byte (0, none) and its pixels, the leftmost in the highest bit; 1 = white.
   */
  private static byte[] rows(BitMatrix modules) {
    int rowLength = 1 + (modules.getWidth() + 7) / 8;
    byte[] rows = new byte[rowLength * modules.getHeight()];
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (!modules.get(x, y)) {
          rows[y * rowLength + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return rows;
  }

  private static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void writeChunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] body =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 crc = new CRC32();
    crc.update(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
