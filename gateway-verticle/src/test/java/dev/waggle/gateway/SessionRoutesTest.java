package dev.waggle.gateway;

import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionCommand;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Delete;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.GetHistory;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.Update;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionHistory;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.Transition;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRoutesTest {

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
    node = new BusNode(gateway.vertx(), SALES);
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldCreateAndStartASessionByItsNameAlone() {
    node.on(Create.class, command -> session(command.session(), SessionStatus.STARTING));

    HttpResponse<Buffer> response =
        gateway.send("POST", "/api/sessions", new JsonObject().put("name", "sales"));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.bodyAsJsonObject().getString("name")).isEqualTo("sales");
    assertThat(response.bodyAsJsonObject().getString("status")).isEqualTo("STARTING");
    assertThat(node.only(Create.class)).isEqualTo(new Create(SALES, true, SessionConfig.DEFAULT));
  }

  @Test
  void shouldCreateWithoutStartingWhenToldSo() {
    node.on(Create.class, command -> session(command.session(), SessionStatus.STOPPED));

    gateway.send(
        "POST", "/api/sessions", new JsonObject().put("name", "sales").put("start", false));

    assertThat(node.only(Create.class).start()).isFalse();
  }

  @Test
  void shouldHandOnTheConfigAndPassOverWhatItDoesNotKnow() {
    node.on(Create.class, command -> session(command.session(), SessionStatus.STARTING));
    JsonObject config =
        new JsonObject()
            .put("qrMaxAttempts", 3)
            .put("metadata", new JsonObject().put("team", "north"))
            .put("webhooks", "not ours");

    HttpResponse<Buffer> response =
        gateway.send(
            "POST", "/api/sessions", new JsonObject().put("name", "sales").put("config", config));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(node.only(Create.class).config())
        .isEqualTo(new SessionConfig(3, null, Map.of("team", "north")));
  }

  @Test
  void shouldSayThatANameIsTaken() {
    node.refuse(Create.class, ErrorCode.SESSION_EXISTS, "There is a session called sales.");

    HttpResponse<Buffer> response =
        gateway.send("POST", "/api/sessions", new JsonObject().put("name", "sales"));

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("session-exists");
    assertThat(response.bodyAsJsonObject().getString("detail"))
        .isEqualTo("There is a session called sales.");
    assertThat(response.bodyAsJsonObject().getBoolean("retryable")).isFalse();
  }

  @Test
  void shouldTellWhatBecameOfASession() {
    Transition lost =
        new Transition(
            SessionStatus.WORKING,
            SessionStatus.RECONNECTING,
            StatusCause.NODE_GONE,
            "Its node is gone.",
            "node-2",
            4,
            Instant.parse("2026-03-01T10:00:05Z"));
    node.on(GetHistory.class, command -> new SessionHistory(List.of(lost)));

    HttpResponse<Buffer> response = gateway.send("GET", "/api/sessions/sales/history?limit=3");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonArray())
        .containsExactly(
            new JsonObject()
                .put("from", "WORKING")
                .put("to", "RECONNECTING")
                .put("cause", "NODE_GONE")
                .put("reason", "Its node is gone.")
                .put("node", "node-2")
                .put("generation", 4)
                .put("at", "2026-03-01T10:00:05Z"));
    assertThat(node.only(GetHistory.class)).isEqualTo(new GetHistory(SALES, 3));
  }

  @Test
  void shouldTellTheLastTwentyMovesWhenNobodySaysHowMany() {
    node.on(GetHistory.class, command -> new SessionHistory(List.of()));

    gateway.send("GET", "/api/sessions/sales/history");

    assertThat(node.only(GetHistory.class).limit()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-5", "many", "1.5", "99999999999", "+3", ""})
  void shouldRefuseALimitThatIsNone(String limit) {
    HttpResponse<Buffer> response =
        gateway.send("GET", "/api/sessions/sales/history?limit=" + limit);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsJsonObject().getString("detail")).startsWith("limit must be ");
    assertThat(node.commands()).isEmpty();
  }

  @Test
  void shouldListSessionsAsAnArray() {
    SessionName support = new SessionName("support");
    node.on(
        ListAll.class,
        command ->
            new SessionList(
                List.of(
                    session(SALES, SessionStatus.WORKING),
                    session(support, SessionStatus.STOPPED))));

    HttpResponse<Buffer> response = gateway.send("GET", "/api/sessions");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonArray())
        .extracting(row -> ((JsonObject) row).getString("name"))
        .containsExactly("sales", "support");
  }

  @Test
  void shouldShowOneSession() {
    node.on(Get.class, command -> session(command.session(), SessionStatus.WORKING));

    HttpResponse<Buffer> response = gateway.send("GET", "/api/sessions/sales");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject().getString("statusSince"))
        .isEqualTo("2026-03-01T10:00:00Z");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void shouldSayThatThereIsNoSuchSession() {
    node.refuse(Get.class, ErrorCode.SESSION_NOT_FOUND, "There is no session called nobody.");

    HttpResponse<Buffer> response = gateway.send("GET", "/api/sessions/nobody");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("session-not-found");
  }

  @Test
  void shouldReplaceTheConfig() {
    node.on(Update.class, command -> session(command.session(), SessionStatus.WORKING));
    JsonObject config = new JsonObject().put("qrMaxAttempts", 9);

    HttpResponse<Buffer> response =
        gateway.send("PUT", "/api/sessions/sales", new JsonObject().put("config", config));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(node.only(Update.class).config().qrMaxAttempts()).isEqualTo(9);
  }

  @Test
  void shouldDeleteWithoutABody() {
    node.on(Delete.class, command -> null);

    HttpResponse<Buffer> response = gateway.send("DELETE", "/api/sessions/sales");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isNull();
    assertThat(node.only(Delete.class).session()).isEqualTo(SALES);
  }

  static Stream<Arguments> moves() {
    return Stream.of(
        Arguments.of("start", SessionCommand.Start.class),
        Arguments.of("stop", SessionCommand.Stop.class),
        Arguments.of("restart", SessionCommand.Restart.class),
        Arguments.of("logout", SessionCommand.Logout.class),
        Arguments.of("reset", SessionCommand.Reset.class));
  }

  @ParameterizedTest
  @MethodSource("moves")
  <C extends SessionCommand> void shouldMoveASession(String action, Class<C> command) {
    Function<C, Record> answer = received -> session(SALES, SessionStatus.STARTING);
    node.on(command, answer);

    HttpResponse<Buffer> response = gateway.send("POST", "/api/sessions/sales/" + action);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject().getString("status")).isEqualTo("STARTING");
    assertThat(node.only(command)).hasFieldOrPropertyWithValue("session", SALES);
  }

  @Test
  void shouldSayThatNoSessionNodeIsThere() {
    node.leave();

    HttpResponse<Buffer> response = gateway.send("GET", "/api/sessions");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("no-session-node");
    assertThat(response.bodyAsJsonObject().getBoolean("retryable")).isTrue();
  }

  @Test
  void shouldNotWaitLongerThanTheSettingsAllow() {
    node.ignore(SessionCommand.Stop.class);

    HttpResponse<Buffer> response = gateway.send("POST", "/api/sessions/sales/stop");

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("timeout");
  }

  @Test
  void shouldKeepWhatIsWrongInsideOutOfTheAnswer() {
    node.breakDown(Get.class, 17, "java.lang.NullPointerException at dev.waggle.Secret");

    HttpResponse<Buffer> response = gateway.send("GET", "/api/sessions/sales");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("internal");
    assertThat(response.bodyAsString()).doesNotContain("Exception", "Secret");
  }
}
