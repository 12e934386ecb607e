package dev.waggle.gateway;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.waggle.contract.SessionCommand.CheckExists;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import dev.waggle.gateway.support.Samples;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {

  private static final Logger ROOT = (Logger) LoggerFactory.getLogger("dev.waggle.gateway");

  private static RunningGateway gateway;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void listen() {
    log.start();
    ROOT.setLevel(Level.TRACE);
    ROOT.addAppender(log);
  }

  @AfterEach
  void hush() {
    ROOT.detachAppender(log);
    ROOT.setLevel(null);
  }

  @Test
  void shouldWriteOneLineThatNamesTheRequest() {
    gateway.send(gateway.anonymous("GET", "/nothing").putHeader("X-Request-Id", "mine-7"));

    assertThat(linesOf("mine-7"))
        .singleElement()
        .asString()
        .matches("request=mine-7 GET /nothing status=404 ms=\\d+");
  }

  @Test
  void shouldWriteNeitherKeysNorNumbers() {
    new BusNode(gateway.vertx(), Samples.SALES).breakDown(CheckExists.class, 1, "5511999999999?");

    gateway.send(
        gateway
            .request("GET", "/api/contacts/check-exists?session=sales&phone=5511999999999")
            .putHeader("X-Request-Id", "mine-8"));
    gateway.send(
        gateway
            .anonymous("GET", "/eventbus/info?x-api-key=" + KEY)
            .putHeader("X-Request-Id", "mine-9"));
    gateway.send(
        gateway
            .request("GET", "/api/5511999999999@c.us/auth/qr")
            .putHeader("X-Request-Id", "mine-10"));
    gateway.send(
        "POST",
        "/api/sales/auth/request-code",
        new JsonObject().put("phoneNumber", "5511999999999"));

    assertThat(linesOf("mine-8")).hasSize(2);
    assertThat(linesOf("mine-9")).hasSize(1);
    assertThat(linesOf("mine-10")).singleElement().asString().contains("55*********99");
    assertThat(everything()).doesNotContain("5511999999999", KEY);
  }

  @Test
  void shouldNotQuoteAQueryThatCannotBeDecoded() {
    gateway.send(
        gateway
            .anonymous("GET", "/eventbus/info?x-api-key=" + KEY + "&%")
            .putHeader("X-Request-Id", "mine-11"));

    assertThat(linesOf("mine-11")).singleElement().asString().contains("status=400");
    assertThat(everything()).doesNotContain(KEY);
  }

  @Test
  void shouldTakeACallerWhoLeavesInTheMiddleOfABodyForNoDefect() throws IOException {
    String head =
        "POST /api/sendText HTTP/1.1\r\nHost: gateway\r\nX-Request-Id: mine-12\r\nX-Api-Key: "
            + KEY
            + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }
    linesOf("mine-12");
    // Behind whatever the gateway's one event loop still had to say of the first.
    gateway.send("GET", "/nothing");

    assertThat(linesOf("mine-12")).singleElement().asString().contains("status=unanswered");
  }

  @Test
  void shouldWriteTheStatusOfWhatAClientOfHttp2IsAnswered()
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.url() + "/api/version"))
            .header("X-Request-Id", "mine-13")
            .header("X-Api-Key", KEY)
            .build();

    // It offers HTTP/2, which the gateway does not take up.
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).version())
        .isEqualTo(HttpClient.Version.HTTP_1_1);

    assertThat(linesOf("mine-13")).singleElement().asString().contains("status=200");
  }

  private List<String> linesOf(String requestId) {
    Awaitility.await().until(() -> everything().contains("request=" + requestId + " "));
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.contains("request=" + requestId + " "))
        .toList();
  }

  private String everything() {
    return List.copyOf(log.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }
}
