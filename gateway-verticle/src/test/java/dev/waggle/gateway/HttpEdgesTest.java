package dev.waggle.gateway;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.RunningGateway.NAMED_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.NodeVersion;
import dev.waggle.contract.SessionCommand.Version;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEdgesTest {

  private static final int OVER_THE_LIMIT = (int) RunningGateway.SETTINGS.bodyLimit() + 1;

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/api/nothing", "/assets/../index.html", "/api/a/b/c/d"})
  void shouldSayThatThereIsNothing(String path) {
    HttpResponse<Buffer> response = gateway.send("GET", path);

    assertProblem(response, 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health?%", "/api/sales/auth/qr?format=%zz", "/eventbus/info?%"})
  void shouldRefuseAQueryThatCannotBeDecoded(String path) {
    HttpResponse<Buffer> response = gateway.send("GET", path);

    assertProblem(response, 400, "invalid-request");
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /api/sessions/sales, 'DELETE, GET, PUT'",
    "GET, /api/sendText, POST",
    "POST, /health, GET",
    "POST, /, GET",
    "OPTIONS, /api/sessions, 'GET, POST'"
  })
  void shouldSayWhichMethodsAPathTakes(String method, String path, String allowed) {
    HttpResponse<Buffer> response = gateway.send(method, path);

    assertProblem(response, 405, "method-not-allowed");
    assertThat(response.getHeader("Allow")).isEqualTo(allowed);
  }

  @Test
  void shouldAnswerHeadLikeGetWithoutABody() {
    HttpResponse<Buffer> response = gateway.send(gateway.anonymous("HEAD", "/health"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.body()).isNull();
  }

  @Test
  void shouldAskHeadForTheKeyToo() {
    HttpResponse<Buffer> response = gateway.send(gateway.anonymous("HEAD", "/api/sessions"));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonx",
        ""
      })
  void shouldTakeJsonOnly(String type) {
    HttpResponse<Buffer> response =
        gateway.send(gateway.request("POST", "/api/sessions"), type, "{\"name\":\"sales\"}");

    assertProblem(response, 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON"})
  void shouldTakeJsonHoweverItsTypeIsWritten(String type) {
    HttpResponse<Buffer> response =
        gateway.send(gateway.request("POST", "/api/sessions"), type, "{}");

    assertProblem(response, 400, "invalid-request");
  }

  @Test
  void shouldNameTheLimitToWhomeverSendsTooMuch() {
    HttpResponse<Buffer> response =
        gateway.send(
            gateway.request("POST", "/api/sendText"),
            "application/json",
            "x".repeat(OVER_THE_LIMIT));

    assertProblem(response, 413, "payload-too-large");
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("65536 bytes");
  }

  @Test
  void shouldAnswerAnotherClientInTheMiddleOfItsUpload() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.url() + "/api/sendText"))
            .header("X-Api-Key", KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[8 << 20]))
            .build();

    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(413);
  }

  @Test
  void shouldBeHealthyOnItsOwnAndSayThatNoSessionNodeIsThere() {
    HttpResponse<Buffer> response = gateway.send(gateway.anonymous("GET", "/health"));

    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject checks = response.bodyAsJsonObject().getJsonObject("checks");
    assertThat(response.bodyAsJsonObject().getString("status")).isEqualTo("UP");
    assertThat(checks.getJsonObject("gateway").getString("status")).isEqualTo("UP");
    assertThat(checks.getJsonObject("sessionNodes").getString("status")).isEqualTo("DOWN");
    assertThat(checks.getJsonObject("sessionNodes").getString("reason")).contains("session node");
  }

  @Test
  void shouldSayInHealthThatASessionNodeIsThere() {
    BusNode node = versionedNode();

    JsonObject health = gateway.send(gateway.anonymous("GET", "/health")).bodyAsJsonObject();
    node.leave();

    assertThat(health.getJsonObject("checks").getJsonObject("sessionNodes").getString("status"))
        .isEqualTo("UP");
  }

  @Test
  void shouldTellItsVersionWithoutASessionNode() {
    JsonObject version = gateway.send("GET", "/api/version").bodyAsJsonObject();

    assertThat(version.getString("version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(version.containsKey("sessionNode")).isFalse();
  }

  @Test
  void shouldTellWhatASessionNodeRuns() {
    BusNode node = versionedNode();

    JsonObject version = gateway.send("GET", "/api/version").bodyAsJsonObject();
    node.leave();

    assertThat(version.getJsonObject("sessionNode").getString("waJs")).isEqualTo("4.6.0");
  }

  @Test
  void shouldGiveBackTheCallersRequestId() {
    HttpResponse<Buffer> response =
        gateway.send(gateway.anonymous("GET", "/nothing").putHeader("X-Request-Id", "mine-1"));

    assertThat(response.getHeader("X-Request-Id")).isEqualTo("mine-1");
    assertThat(response.bodyAsJsonObject().getString("instance"))
        .isEqualTo("urn:waggle:request:mine-1");
  }

  @Test
  void shouldNotGiveBackARequestIdThatCouldForgeALogLine() {
    HttpResponse<Buffer> response =
        gateway.send(gateway.anonymous("GET", "/health").putHeader("X-Request-Id", "a b"));

    assertThat(response.getHeader("X-Request-Id")).matches("[0-9a-f-]{36}");
  }

  @Test
  void shouldLetPagesOfNamedOriginsCallTheApi() {
    HttpResponse<Buffer> response =
        gateway.send(
            gateway
                .anonymous("OPTIONS", "/api/sessions")
                .putHeader("Origin", NAMED_ORIGIN)
                .putHeader("Access-Control-Request-Method", "POST"));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo(NAMED_ORIGIN);
    assertThat(response.getHeader("Access-Control-Allow-Methods").split(", "))
        .containsExactlyInAnyOrder("GET", "POST", "PUT", "DELETE");
    assertThat(response.getHeader("Access-Control-Allow-Headers").split(", "))
        .contains("X-Api-Key", "Authorization", "Content-Type");
  }

  @Test
  void shouldLetPagesOfNamedOriginsReadWhatIsLeftOfALimit() {
    HttpResponse<Buffer> response =
        gateway.send(gateway.request("GET", "/api/version").putHeader("Origin", NAMED_ORIGIN));

    assertThat(response.getHeader("Access-Control-Expose-Headers"))
        .contains("Retry-After", "RateLimit-Remaining");
  }

  @Test
  void shouldSayNothingToPagesOfOtherOrigins() {
    HttpResponse<Buffer> response =
        gateway.send(
            gateway.request("GET", "/api/version").putHeader("Origin", "https://evil.example.com"));

    assertThat(response.headers().names()).doesNotContain("Access-Control-Allow-Origin");
  }

  @Test
  void shouldForbidEverythingToABrowserThatRendersAnAnswer() {
    HttpResponse<Buffer> response = gateway.send(gateway.anonymous("GET", "/health"));

    assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
    assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
  }

  private static BusNode versionedNode() {
    return new BusNode(gateway.vertx())
        .on(Version.class, command -> new NodeVersion("node-1", "0.1.0", "4.6.0", null));
  }

  private static void assertProblem(HttpResponse<Buffer> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo(code);
  }
}
