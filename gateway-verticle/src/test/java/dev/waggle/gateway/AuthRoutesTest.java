package dev.waggle.gateway;

import static dev.waggle.gateway.support.Samples.PNG_BASE64;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.qr;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.GetQr;
import dev.waggle.contract.SessionCommand.RequestPairingCode;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthRoutesTest {

  private static final String QR = "/api/sales/auth/qr";

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
    node = new BusNode(gateway.vertx(), SALES).on(GetQr.class, command -> qr(2));
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldGiveTheQrAsAPictureWhenNotToldOtherwise() {
    HttpResponse<Buffer> response = gateway.send("GET", QR);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.getHeader("Content-Type")).isEqualTo("image/png");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.body().getBytes()).isEqualTo(Base64.getDecoder().decode(PNG_BASE64));
  }

  @Test
  void shouldGiveThePictureInJsonToWhomeverPrefersJson() {
    HttpResponse<Buffer> response =
        gateway.send(
            gateway.request("GET", QR + "?format=image").putHeader("Accept", "application/json"));

    assertThat(response.bodyAsJsonObject())
        .isEqualTo(new JsonObject().put("mimetype", "image/png").put("data", PNG_BASE64));
  }

  @Test
  void shouldGiveThePictureToABrowsersImageTag() {
    HttpResponse<Buffer> response =
        gateway.send(
            gateway
                .request("GET", QR)
                .putHeader("Accept", "image/avif,image/webp,image/*,*/*;q=0.8"));

    assertThat(response.getHeader("Content-Type")).isEqualTo("image/png");
  }

  @Test
  void shouldGiveTheRawTextInJson() {
    HttpResponse<Buffer> response = gateway.send("GET", QR + "?format=raw");

    assertThat(response.bodyAsJsonObject())
        .isEqualTo(new JsonObject().put("value", "2@text-of-the-qr-2"));
  }

  @Test
  void shouldGiveTheRawTextBareToWhomeverPrefersText() {
    HttpResponse<Buffer> response =
        gateway.send(gateway.request("GET", QR + "?format=raw").putHeader("Accept", "text/plain"));

    assertThat(response.getHeader("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(response.bodyAsString()).isEqualTo("2@text-of-the-qr-2");
  }

  @Test
  void shouldDrawTheQrForATerminal() {
    HttpResponse<Buffer> response = gateway.send("GET", QR + "?format=ascii");

    assertThat(response.bodyAsString("utf-8")).isEqualTo("█▀▀█\n█▄▄█\n");
  }

  @Test
  void shouldGiveEverythingInJson() {
    JsonObject all = gateway.send("GET", QR + "?format=json").bodyAsJsonObject();

    assertThat(all.getInteger("attempt")).isEqualTo(2);
    assertThat(all.getInteger("maxAttempts")).isEqualTo(5);
    assertThat(all.getString("base64")).startsWith("data:image/png;base64,");
    assertThat(Instant.parse(all.getString("expiresAt"))).isAfter(Instant.now());
  }

  @Test
  void shouldSayThatNoQrIsOnShowYet() {
    node.refuse(GetQr.class, ErrorCode.QR_NOT_AVAILABLE, "No QR is on show yet; ask again.");

    HttpResponse<Buffer> response = gateway.send("GET", QR);

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("qr-not-available");
    assertThat(response.bodyAsJsonObject().getBoolean("retryable")).isTrue();
  }

  @Test
  void shouldSayWhenToComeBackWhileASessionChangesItsOwner() {
    node.refuse(GetQr.class, ErrorCode.OWNER_UNAVAILABLE, "The session is changing its owner.");

    HttpResponse<Buffer> response = gateway.send("GET", QR);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("2");
  }

  @Test
  void shouldSayThatASessionWithoutOwnerIsStopped() {
    node.leave();
    node = new BusNode(gateway.vertx()).on(Get.class, get -> session(SALES, SessionStatus.STOPPED));

    HttpResponse<Buffer> response = gateway.send("GET", QR);

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("wrong-state");
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("STOPPED");
  }

  @Test
  void shouldFetchAPairingCode() {
    node.on(RequestPairingCode.class, command -> new PairingCode("ABCD-1234"));

    HttpResponse<Buffer> response =
        gateway.send(
            "POST",
            "/api/sales/auth/request-code",
            new JsonObject().put("phoneNumber", "+5511999999999"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject()).isEqualTo(new JsonObject().put("code", "ABCD-1234"));
    assertThat(node.only(RequestPairingCode.class).phone()).isEqualTo("5511999999999");
  }

  @Test
  void shouldRefuseAPairingCodeForAGroup() {
    HttpResponse<Buffer> response =
        gateway.send(
            "POST",
            "/api/sales/auth/request-code",
            new JsonObject().put("phoneNumber", "120363000000000000@g.us"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("invalid-chat-id");
    assertThat(node.commands()).isEmpty();
  }
}
