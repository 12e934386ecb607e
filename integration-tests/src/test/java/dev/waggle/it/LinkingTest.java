package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.ZBar;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkingTest {

  @TempDir static Path folder;
  private static SingleNode waggle;
  private static SessionApi api;

  @BeforeAll
  static void start() {
    waggle = SingleNode.start(folder);
    api = waggle.api();
  }

  @AfterAll
  static void stop() {
    waggle.close();
  }

  @Test
  void shouldLinkWhenThePhoneIsShownWhatZXingReadInThePicture() throws Exception {
    Phone phone = waggle.standIn().phone("Ana");
    api.createAndStart("by-text");

    phone.scan(decode(api.awaitQrPng("by-text"))).ok();

    JsonObject session = api.awaitStatus("by-text", "WORKING");
    assertThat(session.getJsonObject("me").getString("id")).isEqualTo(phone.id());
  }

  @Test
  void shouldLinkWhenThePhoneScansThePictureOfTheApi() {
    Phone phone = waggle.standIn().phone("Bia");

    api.link("by-picture", phone);

    assertThat(phone.devices()).hasSize(1);
  }

  @Test
  void shouldLinkByPairingCode() {
    Phone phone = waggle.standIn().phone("Caio");
    api.createAndStart("by-code");
    api.awaitStatus("by-code", "SCAN_QR_CODE");

    String code =
        api.http()
            .post(
                "/api/by-code/auth/request-code",
                new JsonObject().put("phoneNumber", "+" + phone.number()))
            .ok()
            .json()
            .getString("code");
    phone.pair(code);

    assertThat(code).matches("[1-9A-Z]{4}-[1-9A-Z]{4}");
    api.awaitStatus("by-code", "WORKING");
  }

  @Test
  void shouldShowAQrThatAnIndependentReaderReads() throws Exception {
    api.createAndStart("zbar");
    byte[] png = api.awaitQrPng("zbar");
    JsonObject qr = api.http().get("/api/zbar/auth/qr?format=json").ok().json();

    assertThat(ZBar.read(png)).isEqualTo(qr.getString("urlCode"));
    assertThat(ZBar.read(ZBar.picture(qr.getString("ascii")))).isEqualTo(qr.getString("urlCode"));
  }

  private static String decode(byte[] png) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, image.getHeight(), pixels);
    BinaryBitmap drawing = new BinaryBitmap(new HybridBinarizer(source));
    return new QRCodeReader().decode(drawing, Map.of(DecodeHintType.PURE_BARCODE, true)).getText();
  }
}
