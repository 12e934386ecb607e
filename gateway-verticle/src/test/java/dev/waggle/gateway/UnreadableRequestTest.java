package dev.waggle.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that end before any route sees them, written as no client library would. */
class UnreadableRequestTest {

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
  @ValueSource(strings = {"/api%", "/api/sessions/%zz"})
  void shouldRefuseAPathThatCannotBeDecoded(String path) throws IOException {
    assertProblem(exchange("GET " + path + " HTTP/1.1\r\nHost: a\r\n"));
  }

  @Test
  void shouldSayThatTheAddressIsTooLong() throws IOException {
    String answer = exchange("GET /" + "p".repeat(6_000) + " HTTP/1.1\r\nHost: a\r\n");

    assertThat(assertProblem(answer).getString("detail")).contains("address");
  }

  @Test
  void shouldSayThatTheHeadersAreTooLong() throws IOException {
    String answer = exchange("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "y".repeat(9_000) + "\r\n");

    assertThat(assertProblem(answer).getString("detail")).contains("headers");
  }

  @Test
  void shouldRefuseWhatIsNotHttp() throws IOException {
    String answer = exchange("GET / HTTP/1.1\r\nHost: a\r\nAccept: \u0001\r\n");

    assertThat(assertProblem(answer).getString("detail")).contains("as HTTP asks");
  }

  @Test
  void shouldPutTheSecurityHeadersOnWhatNoRouteSaw() throws IOException {
    assertThat(exchange("GET / HTTP/1.1\r\nHost: a\r\nAccept: \u0001\r\n"))
        .containsIgnoringCase("content-security-policy: default-src 'none'")
        .containsIgnoringCase("x-content-type-options: nosniff");
  }

  @Test
  void shouldAnswerWhoeverDoesNotFinishTheBody() throws IOException {
    String answer =
        exchange(
            "POST /api/sessions HTTP/1.1\r\nHost: a\r\nX-Api-Key: "
                + RunningGateway.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: 50\r\n");

    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"request-timeout\"");
  }

  private static String exchange(String head) throws IOException {
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      caller.setSoTimeout(10_000);
      String request = head + "Connection: close\r\n\r\n";
      caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonObject assertProblem(String answer) {
    assertThat(answer).containsPattern("^HTTP/1.[01] 400 ").contains("application/problem+json");
    JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(problem.getString("code")).isEqualTo("invalid-request");
    return problem;
  }
}
