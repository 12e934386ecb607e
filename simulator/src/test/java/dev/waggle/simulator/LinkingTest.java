package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LinkingTest extends SimulatorTest {

  @Test
  void shouldGiveSixRefsWithTheLivePagesTimes() throws Exception {
    TestPage page = open();

    JsonObject reply = page.ask(page.identity().register());

    assertThat(TestPage.refs(reply)).hasSize(6).doesNotHaveDuplicates();
    assertThat(reply.getLong("firstTtl")).isEqualTo(60_000);
    assertThat(reply.getLong("ttl")).isEqualTo(20_000);
  }

  @Test
  void shouldLinkThePageWhoseCodeIsScanned() throws Exception {
    TestPage page = open();
    String ref = page.register().get(0);

    phones.scan(ANA, page.identity().qrText(ref));

    page.next("pair-device");
    JsonObject success = page.next("pair-success");
    assertThat(success.getString("wid")).isEqualTo(ANA + "@c.us");
    assertThat(success.getString("device")).isEqualTo(ANA + ":1@c.us");
    assertThat(success.getString("lid")).endsWith("@lid");
    assertThat(success.getString("pushName")).isEqualTo("Ana");
    assertThat(success.getLong("registration")).isEqualTo(4711);
  }

  @Test
  void shouldLinkThePageWhosePictureIsScanned() throws Exception {
    TestPage page = open();
    String ref = page.register().get(0);

    HttpResponse<String> answer =
        phones.call("POST", "/phones/" + ANA + "/scan", png(page.identity().qrText(ref)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    page.next("pair-success");
  }

  @Test
  void shouldLinkByACodeWithoutThePlatform() throws Exception {
    TestPage page = open();
    String ref = page.register().get(0);

    HttpResponse<String> answer = phones.scan(ANA, page.identity().qrTextWithoutPlatform(ref));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldRefuseARefThatThePageHasTurnedAwayFrom() throws Exception {
    TestPage page = open();
    List<String> refs = page.register();
    page.show(refs.get(1));

    assertThat(phones.scan(ANA, page.identity().qrText(refs.get(0))).statusCode()).isEqualTo(410);
    assertThat(phones.scan(ANA, page.identity().qrText(refs.get(1))).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldRefuseEveryRefOfAPageThatHasGoneIdle() throws Exception {
    TestPage page = open();
    String ref = page.register().get(5);
    page.show(ref);
    page.show(null);

    assertThat(phones.scan(ANA, page.identity().qrText(ref)).statusCode()).isEqualTo(410);
  }

  @Test
  void shouldStartOverWithNewRefsWhenAskedTo() throws Exception {
    TestPage page = open();
    List<String> before = page.register();

    List<String> after = TestPage.refs(page.ask("refresh-refs"));
    page.show(after.get(0));

    assertThat(after).hasSize(6).doesNotContainAnyElementsOf(before);
    assertThat(phones.scan(ANA, page.identity().qrText(after.get(0))).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldRefuseAQrWithKeysThatThePageDidNotRegister() throws Exception {
    TestPage page = open();
    String ref = page.register().get(0);

    assertThat(phones.scan(ANA, new TestIdentity().qrText(ref)).statusCode()).isEqualTo(410);
  }

  @Test
  void shouldRefuseASecondScanOfThePageThatIsBeingLinked() throws Exception {
    TestPage page = open();
    String code = page.identity().qrText(page.register().get(0));
    phones.scan(ANA, code);

    assertThat(phones.scan(BEN, code).statusCode()).isEqualTo(410);
  }

  @Test
  void shouldForgetTheDeviceWhenThePageLeavesBeforeItKnowsWhoItIs() throws Exception {
    TestPage page = open();
    phones.scan(ANA, page.identity().qrText(page.register().get(0)));
    page.close();

    await().untilAsserted(() -> assertThat(phones.list("/phones/" + ANA + "/devices")).isEmpty());
  }

  @Test
  void shouldSayWhatIsWrongWithAPicture() throws Exception {
    byte[] text = "not a picture".getBytes(StandardCharsets.UTF_8);
    byte[] empty = png(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB));
    String scan = "/phones/" + ANA + "/scan";

    assertThat(phones.call("POST", scan, text).statusCode()).isEqualTo(415);
    assertThat(phones.call("POST", scan, empty).statusCode()).isEqualTo(422);
    assertThat(phones.call("POST", scan, png("https://example.org")).statusCode()).isEqualTo(400);
    assertThat(phones.call("POST", scan, null).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldOfferTheQrThatIsOnShow() throws Exception {
    TestPage page = open();
    String ref = page.register().get(0);

    JsonObject offer = phones.get("/offers").getJsonArray("qrs").getJsonObject(0);

    assertThat(offer.getString("code")).isEqualTo(page.identity().qrText(ref));
  }

  @Test
  void shouldLinkByPairingCode() throws Exception {
    TestPage page = open();
    page.register();

    String code = page.ask(linkCode()).getString("code");
    phones.post("/phones/" + ANA + "/pair", new JsonObject().put("code", code));

    assertThat(code).matches("[1-9A-HJ-NP-TV-Z]{8}");
    assertThat(page.next("pair-success").getString("wid")).isEqualTo(ANA + "@c.us");
  }

  @Test
  void shouldTakeThePairingCodeThatThePageWishes() throws Exception {
    TestPage page = open();
    page.register();

    assertThat(page.ask(linkCode().put("code", "WAGGLE12")).getString("code"))
        .isEqualTo("WAGGLE12");
  }

  @Test
  void shouldRefuseAPairingCodeForAnotherNumber() throws Exception {
    TestPage page = open();
    page.register();
    String code = page.ask(linkCode()).getString("code");

    HttpResponse<String> answer =
        phones.tryPost("/phones/" + BEN + "/pair", new JsonObject().put("code", code));

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void shouldRefuseAPairingCodeForANumberThatIsNotOnWhatsApp() throws Exception {
    TestPage page = open();
    page.register();

    JsonObject reply = page.ask(linkCode().put("phone", "5511999999999"));

    assertThat(reply.getJsonObject("error").getInteger("code")).isEqualTo(404);
  }

  @Test
  void shouldRefuseARegistrationWithoutAKey() throws Exception {
    TestPage page = open();
    JsonObject frame = page.identity().register();
    frame.remove("signPub");

    assertThat(page.ask(frame).getJsonObject("error").getInteger("code")).isEqualTo(400);
  }

  private static JsonObject linkCode() {
    return new JsonObject().put("type", "link-code").put("phone", ANA);
  }

  private static byte[] png(String text) throws Exception {
    BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400);
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 400; y++) {
        image.setRGB(x, y, matrix.get(x, y) ? 0 : 0xFFFFFF);
      }
    }
    return png(image);
  }

  private static byte[] png(BufferedImage image) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
