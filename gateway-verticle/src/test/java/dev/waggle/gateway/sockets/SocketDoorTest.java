package dev.waggle.gateway.sockets;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.RunningGateway.NAMED_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.MultiMap;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes and frames, good and bad. */
class SocketDoorTest {

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
  @CsvSource({"X-Api-Key, ''", "Authorization, 'Bearer '"})
  void shouldTakeTheKeyFromTheHandshakesHeaders(String header, String prefix) {
    try (DoorSocket socket = connect("", header, prefix + KEY)) {
      socket.next("connect");
    }
  }

  @Test
  void shouldTakeTheKeyFromTheHandshakesQuery() {
    try (DoorSocket socket = connect("?x-api-key=" + KEY, "X-Nothing", "")) {
      socket.next("connect");
    }
  }

  @Test
  void shouldTakeTheKeyFromAFrame() {
    try (DoorSocket socket = DoorSocket.stranger(gateway)) {
      socket.send("auth", new JsonObject().put("key", KEY));

      socket.next("connect");
    }
  }

  @Test
  void shouldRefuseAHandshakeWithAWrongKey() {
    assertThatThrownBy(() -> connect("", "X-Api-Key", "wrong"))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(401));
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example.com, false", NAMED_ORIGIN + ", true"})
  void shouldTakeSocketsOfPagesOfNamedOriginsOnly(String origin, boolean taken) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Api-Key", KEY);
    headers.add("Origin", origin);
    if (taken) {
      Await.result(DoorSocket.connect(gateway, "", headers)).close();
    } else {
      assertThatThrownBy(() -> Await.result(DoorSocket.connect(gateway, "", headers)))
          .isInstanceOfSatisfying(
              UpgradeRejectedException.class, e -> assertThat(e.getStatus()).isEqualTo(403));
    }
  }

  @Test
  void shouldAnswerAPing() {
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.send("ping", null);

      socket.next("pong");
    }
  }

  @Test
  void shouldAnswerAFrameThatHasAnId() {
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.sendText(new JsonObject().put("event", "ping").put("id", "first").encode());

      socket.next("pong");
      assertThat(socket.next())
          .isEqualTo(
              new JsonObject()
                  .put("event", "ack")
                  .put("data", new JsonObject().put("ok", true))
                  .put("id", "first"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fly                | sales                                | invalid-request",
        "join-session       | ../etc/passwd                        | invalid-session-name",
        "join-session       | {}                                   | invalid-request",
        "join-session       | 7                                    | invalid-request",
        "join-session       | {'session':7}                        | invalid-request",
        "join-session       | {'session':'a','seq':1}              | invalid-request",
        "subscribe          | {'session':'a','generation':-1,'seq':1} | invalid-request",
        "watch-sessions     | {'messages':'yes'}                   | invalid-request",
        "watch-sessions     | {'seen':{'a':{}}}                    | invalid-request",
        "watch-sessions     | {'seen':{'/':{'generation':1,'seq':1}}} | invalid-session-name",
        "leave-session      |                                      | invalid-request",
        "auth               | {'key':'another'}                    | wrong-state"
      })
  void shouldRefuseABadFrameAndGoOn(String event, String data, String code) {
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      JsonObject problem = socket.ask(event, value(data)).getJsonObject("error");

      assertThat(problem.getString("code")).isEqualTo(code);
      assertThat(problem.getString("detail")).endsWith(".");
      assertThat(socket.heard()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "7",
        "null",
        "{}",
        "{\"event\":7}",
        "{\"event\":\"ping\",\"id\":{}}",
        "{{{{"
      })
  void shouldTellWhatIsNoFrameAndGoOn(String text) {
    try (DoorSocket socket = DoorSocket.open(gateway, KEY)) {
      socket.sendText(text);

      assertThat(socket.next("error").getString("code")).isEqualTo("invalid-request");
      assertThat(socket.heard()).isEmpty();
    }
  }

  private static Object value(String text) {
    return text == null
        ? null
        : text.startsWith("{")
            ? new JsonObject(text.replace('\'', '"'))
            : text.matches("[0-9]+") ? new JsonArray("[" + text + "]").getValue(0) : text;
  }

  private static DoorSocket connect(String query, String header, String value) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(header, value);
    return Await.result(DoorSocket.connect(gateway, query, headers));
  }
}
