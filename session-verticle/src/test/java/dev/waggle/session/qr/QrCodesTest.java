package dev.waggle.session.qr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn can be read, by the library that drew it and by a reader of others. */
class QrCodesTest {

  private static final String HEAD = "data:image/png;base64,";

  /** As long as a real one: 241 characters. */
  private static final String TEXT =
      "2@"
          + "Ab3+/".repeat(21)
          + ","
          + "x9Kd".repeat(11)
          + ","
          + "Zz0=".repeat(11)
          + ","
          + "Qw7/".repeat(10)
          + ",1";

  @TempDir Path folder;

  @Test
  void shouldDrawAPictureThatReadsBack() throws Exception {
    assertThat(QrPictures.readWithZxing(picture())).isEqualTo(TEXT);
  }

  @Test
  void shouldDrawAPictureThatAnotherReaderReads() throws Exception {
    Assumptions.assumeTrue(QrPictures.hasZbar(), "zbarimg is missing; apt install zbar-tools");
    Path file = folder.resolve("qr.png");
    Files.write(file, PngQrWriter.png(TEXT));

    assertThat(QrPictures.readWithZbar(file)).isEqualTo(TEXT);
  }

  @Test
  void shouldDrawFourHundredPixelsOfOneBit() throws Exception {
    BufferedImage picture = picture();

    assertThat(picture.getWidth()).isEqualTo(400);
    assertThat(picture.getHeight()).isEqualTo(400);
    assertThat(picture.getColorModel().getPixelSize()).isEqualTo(1);
  }

  @Test
  void shouldLeaveALightMargin() throws Exception {
    BufferedImage picture = picture();
    int module = picture.getWidth() / (modules() + 2 * QrModules.MARGIN);

    for (int i = 0; i < picture.getWidth(); i++) {
      for (int edge = 0; edge < QrModules.MARGIN * module; edge++) {
        assertThat(picture.getRGB(i, edge)).isEqualTo(0xFFFFFFFF);
        assertThat(picture.getRGB(edge, i)).isEqualTo(0xFFFFFFFF);
      }
    }
  }

  @Test
  void shouldDrawTerminalTextThatReadsBack() throws Exception {
    BufferedImage screen = QrPictures.drawTerminal(qr().ascii());

    assertThat(QrPictures.readWithZxing(screen)).isEqualTo(TEXT);
  }

  @Test
  void shouldDrawTerminalTextThatAnotherReaderReads() throws Exception {
    Assumptions.assumeTrue(QrPictures.hasZbar(), "zbarimg is missing; apt install zbar-tools");
    Path file = folder.resolve("terminal.png");
    QrPictures.save(QrPictures.drawTerminal(qr().ascii()), file);

    assertThat(QrPictures.readWithZbar(file)).isEqualTo(TEXT);
  }

  @Test
  void shouldDrawLinesOfEqualLength() {
    assertThat(qr().ascii().lines().map(String::length).distinct()).hasSize(1);
  }

  @Test
  void shouldKeepTextBeyondAscii() throws Exception {
    byte[] png = PngQrWriter.png("2@Zürich→ß");

    assertThat(QrPictures.readWithZxing(ImageIO.read(new ByteArrayInputStream(png))))
        .isEqualTo("2@Zürich→ß");
  }

  @Test
  void shouldTellAttemptAndExpiry() {
    QrCode qr = qr();

    assertThat(qr.attempt()).isEqualTo(2);
    assertThat(qr.maxAttempts()).isEqualTo(5);
    assertThat(qr.expiresAt()).isEqualTo(qr.generatedAt().plusSeconds(20));
    assertThat(qr.urlCode()).isEqualTo(TEXT);
  }

  private static QrCode qr() {
    return QrCodes.draw(TEXT, 2, 5, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofSeconds(20));
  }

  private static int modules() throws Exception {
    return com.google.zxing.qrcode.encoder.Encoder.encode(
            TEXT, com.google.zxing.qrcode.decoder.ErrorCorrectionLevel.H)
        .getMatrix()
        .getWidth();
  }

  private static BufferedImage picture() throws Exception {
    String url = qr().base64();
    assertThat(url).startsWith(HEAD);
    byte[] png = Base64.getDecoder().decode(url.substring(HEAD.length()));
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
