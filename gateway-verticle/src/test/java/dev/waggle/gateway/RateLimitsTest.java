package dev.waggle.gateway;

import static dev.waggle.gateway.support.Samples.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionCommand.SendMedia;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionName;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final SessionName SUPPORT = new SessionName("support");
  private static final MessageSent SENT =
      new MessageSent("3EB0", "5511999999999@c.us", 1, Instant.EPOCH);

  private RunningGateway gateway;
  private BusNode node;

  @BeforeEach
  void start() {
    gateway =
        RunningGateway.start(
            new GatewayVerticle(
                RunningGateway.settings(
                    "limits.sends-per-minute=2",
                    "limits.sends-per-day=10",
                    "limits.requests-per-minute=12")));
    node =
        new BusNode(gateway.vertx(), SALES, SUPPORT)
            .on(SendText.class, command -> SENT)
            .on(SendMedia.class, command -> SENT);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void shouldRefuseTheSendThatIsTooMany() {
    send("sales");
    HttpResponse<Buffer> last = send("sales");

    HttpResponse<Buffer> refused = send("sales");

    assertThat(last.statusCode()).isEqualTo(201);
    assertThat(last.getHeader("RateLimit-Limit")).isEqualTo("2");
    assertThat(last.getHeader("RateLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(last.getHeader("RateLimit-Reset"))).isBetween(50, 60);
    assertTooMany(refused, "session sales");
    assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(50, 60);
    assertThat(node.commands()).hasSize(2);
  }

  @Test
  void shouldCountSendsOfOneSessionOnly() {
    send("sales");
    send("sales");

    assertThat(send("support").statusCode()).isEqualTo(201);
  }

  @Test
  void shouldCountMediaAsSends() {
    send("sales");
    JsonObject file = new JsonObject().put("mimetype", "image/png").put("data", "AAAA");
    gateway.send("POST", "/api/sendImage", to("sales").put("file", file));

    assertTooMany(send("sales"), "session sales");
  }

  @Test
  void shouldNotCountSendsThatCouldNotBeHandedOn() {
    for (int i = 0; i < 2; i++) {
      gateway.send("POST", "/api/sendText", new JsonObject().put("session", "sales"));
      gateway.send("POST", "/api/sendText", to("sales").put("chatId", "nobody").put("text", "x"));
    }

    assertThat(send("sales").statusCode()).isEqualTo(201);
  }

  @Test
  void shouldNotCountSendsOfASessionThatIsNotReady() {
    node.refuse(SendText.class, ErrorCode.WRONG_STATE, "The session is STOPPED; start it.");
    for (int i = 0; i < 3; i++) {
      assertThat(send("sales").statusCode()).isEqualTo(409);
    }
  }

  @Test
  void shouldCountSendsThatWhatsAppRefused() {
    node.refuse(SendText.class, ErrorCode.REJECTED_BY_WHATSAPP, "Not a member of that group.");
    send("sales");
    send("sales");

    assertTooMany(send("sales"), "session sales");
  }

  @Test
  void shouldRefuseAKeyThatAsksTooOften() {
    HttpResponse<Buffer> answer = gateway.send("GET", "/api/nothing");
    while (answer.statusCode() == 404) {
      answer = gateway.send("GET", "/api/nothing");
    }

    assertTooMany(answer, "key api-key");
    assertThat(answer.getHeader("Retry-After")).isBetween("1", "5");
  }

  @Test
  void shouldNotCountWhoNeedsNoKey() {
    for (int i = 0; i < 15; i++) {
      HttpResponse<Buffer> answer = gateway.send(gateway.anonymous("GET", "/health"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().names()).doesNotContain("RateLimit-Limit");
    }
  }

  private HttpResponse<Buffer> send(String session) {
    return gateway.send("POST", "/api/sendText", to(session).put("text", "hello"));
  }

  private static JsonObject to(String session) {
    return new JsonObject().put("session", session).put("chatId", "5511999999999");
  }

  private static void assertTooMany(HttpResponse<Buffer> answer, String whose) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.bodyAsJsonObject().getString("code")).isEqualTo("too-many-requests");
    assertThat(answer.bodyAsJsonObject().getBoolean("retryable")).isTrue();
    assertThat(answer.bodyAsJsonObject().getString("detail")).contains(whose);
  }
}
