package dev.waggle.gateway.ws;

import static dev.waggle.gateway.support.Samples.MAIN;
import static dev.waggle.gateway.support.Samples.live;
import static dev.waggle.gateway.support.Samples.session;
import static dev.waggle.gateway.ws.ViewerSocket.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Observe;
import dev.waggle.contract.SessionCommand.Stop;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a viewer may ask for at the WebSocket of WhatsApp Web QR Implementation. */
class ViewerWishesTest {

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
        new BusNode(gateway.vertx(), MAIN)
            .on(Observe.class, command -> live(MAIN, SessionStatus.STARTING));
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldStartTheSessionOnInit() {
    node.on(Create.class, command -> session(MAIN, SessionStatus.STARTING));
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      socket.say("init");

      assertThat(socket.next()).isEqualTo(status(false, true));
      assertThat(node.only(Create.class).start()).isTrue();
    }
  }

  @Test
  void shouldTellWhyTheSessionCannotBeStarted() {
    node.refuse(Create.class, ErrorCode.DATABASE_UNAVAILABLE, "The database is away.");
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      socket.say("init");

      assertThat(socket.next("error").getString("error")).isEqualTo("The database is away.");
    }
  }

  @Test
  void shouldStopTheSessionOnDisconnect() {
    node.on(Stop.class, command -> session(MAIN, SessionStatus.STOPPED));
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      socket.say("disconnect");

      socket.next("status");
      assertThat(node.only(Stop.class).session()).isEqualTo(MAIN);
    }
  }

  @Test
  void shouldAnswerPingWithPong() {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      socket.say("ping");

      assertThat(socket.next()).isEqualTo(new JsonObject().put("type", "pong"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "null",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"send\"}",
        "{\"type\":\"auth\"}",
        "{\"type\":\"auth\",\"key\":{}}"
      })
  void shouldSayWhatItUnderstandsAndLetTheSocketStay(String text) {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      socket.send(text);

      assertThat(socket.next("error").getString("error")).contains("init, ping, disconnect");
      socket.say("ping");
      assertThat(socket.next().getString("type")).isEqualTo("pong");
    }
  }

  @Test
  void shouldTakeNoMessageThatIsTooLong() {
    try (ViewerSocket socket = ViewerSocket.greeted(gateway)) {
      socket.send(new JsonObject().put("type", "ping").put("x", "y".repeat(10_000)).encode());

      assertThat(socket.next().getString("type")).isEqualTo("error");
    }
  }

  @Test
  void shouldSayThatItIsForWebSockets() {
    HttpResponse<Buffer> response = gateway.send("GET", "/ws");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("WebSocket");
  }
}
