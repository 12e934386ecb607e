package dev.waggle.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/sessions          | {}                            | name is missing.",
        "/api/sessions          | []                            | The body must be a JSON object.",
        "/api/sendText          | {\"session\":\"a\",\"chatId\":\"12345\",\"text\":7}"
            + " | text must be a string.",
        "/api/sessions          | {\"name\":\"a\",\"start\":1}  | start must be true or false.",
        "/api/sessions          | {\"name\":\"a\",\"config\":{\"qrMaxAttempts\":1000}}"
            + " | config.qrMaxAttempts must be at most 100.",
        "/api/sessions          | {\"name\":\"a\",\"config\":{\"qrMaxAttempts\":0}}"
            + " | config.qrMaxAttempts must be at least 1.",
        "/api/sessions          | {\"name\":\"a\",\"config\":{\"qrMaxAttempts\":1.5}}"
            + " | config.qrMaxAttempts must be a whole number.",
        "/api/sessions          | {\"name\":\"a\",\"config\":{\"metadata\":{\"x\":1}}}"
            + " | config.metadata.x must be a string.",
        "/api/sendText          | {\"session\":\"a\",\"chatId\":\"12345\",\"text\":\"\"}"
            + " | text must not be empty.",
        "/api/sendText          | {\"session\":\"a\"}           | chatId is missing. text is missing.",
        "/api/sendText          | {\"session\":\"a\",\"chatId\":\"12345\",\"text\":\"x\",\"messageId\":\"q\"}"
            + " | messageId must be 16 to 64 upper-case hexadecimal digits.",
        "/api/sendImage         | {\"session\":\"a\",\"chatId\":\"12345\",\"file\":{\"mimetype\":\"image/png\"}}"
            + " | file.data is missing.",
        "/api/sendImage         | {\"session\":\"a\",\"chatId\":\"12345\",\"file\":{\"mimetype\":\"png\",\"data\":\"AAAA\"}}"
            + " | file.mimetype must be a media type such as image/png.",
        "/api/sendFile          | {\"session\":\"a\",\"chatId\":\"12345\",\"file\":"
            + "{\"mimetype\":\"a/b\",\"data\":\"data:a/b;base64,AAAA\"}}"
            + " | file.data must be base64 alone, without line breaks and without the head of a data URL.",
      })
  void shouldNameWhatIsWrongInPlainWords(String path, String body, String sentence) {
    HttpResponse<Buffer> response =
        gateway.send(gateway.request("POST", path), "application/json", body);

    assertProblem(response, 400, "invalid-request");
    assertThat(response.bodyAsJsonObject().getString("detail")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"name\":", "nonsense", "{\"name\":\"a\"}}"})
  void shouldSayThatABodyIsNotJson(String body) {
    HttpResponse<Buffer> response =
        gateway.send(gateway.request("POST", "/api/sessions"), "application/json", body);

    assertProblem(response, 400, "invalid-request");
    assertThat(response.bodyAsJsonObject().getString("detail"))
        .isEqualTo("The body is not valid JSON.");
  }

  @Test
  void shouldSayThatABodyIsMissing() {
    HttpResponse<Buffer> response = gateway.send("POST", "/api/sessions");

    assertProblem(response, 400, "invalid-request");
    assertThat(response.bodyAsJsonObject().getString("detail"))
        .isEqualTo("The body is missing: send a JSON object.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-a", "a%20b", "a.b", "%C3%A9", "1e5x!", "..%2F..%2Fetc", "-1", "a%0A"})
  void shouldRefuseIllegalNamesInPaths(String name) {
    HttpResponse<Buffer> response = gateway.send("GET", "/api/sessions/" + name);

    assertProblem(response, 400, "invalid-session-name");
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("1 to 64 letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a  b", " a", "a ", "a -b", "a\tb", "a\n", "a\u00a0b"})
  void shouldRefuseIllegalNamesInBodies(String name) {
    HttpResponse<Buffer> response =
        gateway.send("POST", "/api/sessions", new JsonObject().put("name", name));

    assertProblem(response, 400, "invalid-session-name");
  }

  @Test
  void shouldRefuseANameThatIsTooLong() {
    HttpResponse<Buffer> response = gateway.send("GET", "/api/sessions/" + "a".repeat(65));

    assertProblem(response, 400, "invalid-session-name");
  }

  @Test
  void shouldListTheFormatsOfAQr() {
    HttpResponse<Buffer> response = gateway.send("GET", "/api/sales/auth/qr?format=jpeg");

    assertProblem(response, 400, "invalid-request");
    assertThat(response.bodyAsJsonObject().getString("detail"))
        .isEqualTo("format must be one of image, raw, ascii, json.");
  }

  @Test
  void shouldNameAParameterThatIsMissing() {
    HttpResponse<Buffer> response = gateway.send("GET", "/api/contacts/check-exists?session=sales");

    assertProblem(response, 400, "invalid-request");
    assertThat(response.bodyAsJsonObject().getString("detail"))
        .isEqualTo("phone is missing: add it to the query.");
  }

  @Test
  void shouldRefuseANumberThatIsNone() {
    HttpResponse<Buffer> response =
        gateway.send("GET", "/api/contacts/check-exists?session=sales&phone=abc");

    assertProblem(response, 400, "invalid-chat-id");
  }

  private static void assertProblem(HttpResponse<Buffer> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
    JsonObject problem = response.bodyAsJsonObject();
    assertThat(problem.getString("code")).isEqualTo(code);
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("type")).isEqualTo("urn:waggle:problem:" + code);
    assertThat(problem.getBoolean("retryable")).isFalse();
    assertThat(problem.getString("instance"))
        .isEqualTo("urn:waggle:request:" + response.getHeader("X-Request-Id"));
  }
}
