package dev.waggle.gateway;

import static dev.waggle.gateway.support.Samples.PNG_BASE64;
import static dev.waggle.gateway.support.Samples.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.MediaFile;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.NumberStatus;
import dev.waggle.contract.SessionCommand.CheckExists;
import dev.waggle.contract.SessionCommand.SendMedia;
import dev.waggle.contract.SessionCommand.SendMedia.MediaKind;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRoutesTest {

  private static final MessageSent SENT =
      new MessageSent(
          "true_5511999999999@c.us_AB",
          "5511999999999@c.us",
          1,
          Instant.parse("2026-03-01T10:00:00Z"));

  private static RunningGateway gateway;
  private BusNode node;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void join() {
    node =
        new BusNode(gateway.vertx(), SALES)
            .on(SendText.class, command -> SENT)
            .on(SendMedia.class, command -> SENT);
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @ParameterizedTest
  @CsvSource({
    "5511999999999, 5511999999999@c.us",
    "+5511999999999, 5511999999999@c.us",
    "5511999999999@s.whatsapp.net, 5511999999999@c.us",
    "120363000000000000@g.us, 120363000000000000@g.us",
    "123456789@lid, 123456789@lid"
  })
  void shouldSendTextToWhateverACallerMayWrite(String written, String sent) {
    HttpResponse<Buffer> response = gateway.send("POST", "/api/sendText", text(written, "Hello"));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.bodyAsJsonObject().getString("id")).isEqualTo(SENT.id());
    assertThat(response.bodyAsJsonObject().getInteger("ack")).isEqualTo(1);
    assertThat(node.only(SendText.class)).isEqualTo(new SendText(SALES, sent, "Hello", null));
  }

  @Test
  void shouldHandOnTheCallersMessageId() {
    gateway.send(
        "POST",
        "/api/sendText",
        text("5511999999999", "Hello").put("messageId", "0123456789ABCDEF"));

    assertThat(node.only(SendText.class).messageId()).isEqualTo("0123456789ABCDEF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "12", "5511999999999@example.com", "@c.us"})
  void shouldRefuseAWrongNumberBeforeAnySessionIsAsked(String written) {
    HttpResponse<Buffer> response = gateway.send("POST", "/api/sendText", text(written, "Hello"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("invalid-chat-id");
    assertThat(node.commands()).isEmpty();
  }

  @Test
  void shouldSayThatTheNumberIsNotOnWhatsApp() {
    node.refuse(SendText.class, ErrorCode.NOT_ON_WHATSAPP, "55*********99 is not on WhatsApp.");

    HttpResponse<Buffer> response =
        gateway.send("POST", "/api/sendText", text("5511999999999", "Hello"));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("not-on-whatsapp");
  }

  @Test
  void shouldSayThatTheSessionIsNotWorkingYet() {
    node.refuse(SendText.class, ErrorCode.WRONG_STATE, "The session is SCAN_QR_CODE; link it.");

    HttpResponse<Buffer> response =
        gateway.send("POST", "/api/sendText", text("5511999999999", "Hello"));

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("wrong-state");
  }

  @ParameterizedTest
  @CsvSource({"sendImage, IMAGE", "sendFile, DOCUMENT"})
  void shouldSendMedia(String path, MediaKind kind) {
    HttpResponse<Buffer> response =
        gateway.send("POST", "/api/" + path, media(PNG_BASE64).put("caption", "A dot"));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(node.only(SendMedia.class))
        .isEqualTo(
            new SendMedia(
                SALES,
                "5511999999999@c.us",
                kind,
                new MediaFile("image/png", "dot.png", PNG_BASE64),
                "A dot",
                null));
  }

  @Test
  void shouldSendAFileOfTheSizeThatTheDefaultLimitAllows() {
    GatewaySettings large =
        RunningGateway.settings(
            "body-limit=" + GatewaySettings.DEFAULT.bodyLimit(), "request-timeout=60s");
    String data = "A".repeat((int) large.bodyLimit() - 1024);
    try (RunningGateway roomy = RunningGateway.start(new GatewayVerticle(large))) {
      BusNode roomyNode = new BusNode(roomy.vertx(), SALES).on(SendMedia.class, command -> SENT);

      HttpResponse<Buffer> response = roomy.send("POST", "/api/sendFile", media(data));

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(roomyNode.only(SendMedia.class).media().data()).hasSameSizeAs(data);
    }
  }

  @Test
  void shouldRefuseBase64ThatIsCutShort() {
    HttpResponse<Buffer> response = gateway.send("POST", "/api/sendImage", media("iVBORw0"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("file.data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+5511999999999", "%2B5511999999999", "5511999999999"})
  void shouldAskWhetherANumberExists(String written) {
    node.on(CheckExists.class, command -> new NumberStatus(true, "5511999999999@c.us"));

    HttpResponse<Buffer> response =
        gateway.send("GET", "/api/contacts/check-exists?session=sales&phone=" + written);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject())
        .isEqualTo(new JsonObject().put("numberExists", true).put("chatId", "5511999999999@c.us"));
    assertThat(node.only(CheckExists.class).phone()).isEqualTo("5511999999999");
  }

  @Test
  void shouldSayThatANumberDoesNotExist() {
    node.on(CheckExists.class, command -> new NumberStatus(false, null));

    HttpResponse<Buffer> response =
        gateway.send("GET", "/api/contacts/check-exists?session=sales&phone=5511999999999");

    assertThat(response.bodyAsJsonObject()).isEqualTo(new JsonObject().put("numberExists", false));
  }

  private static JsonObject text(String chatId, String text) {
    return new JsonObject().put("session", "sales").put("chatId", chatId).put("text", text);
  }

  private static JsonObject media(String data) {
    return new JsonObject()
        .put("session", "sales")
        .put("chatId", "5511999999999")
        .put(
            "file",
            new JsonObject()
                .put("mimetype", "image/png")
                .put("filename", "dot.png")
                .put("data", data));
  }
}
