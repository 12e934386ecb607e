package dev.waggle.gateway.dialect;

import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two calls of the QR Code System Update, which the canonical API has too. */
class SystemUpdateSessionsTest {

  private static final SessionName ID = new SessionName("Nama-Session");

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
    node = new BusNode(gateway.vertx());
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldMakeAnIdFromANameOfSeveralWordsAndKeepWhatItWasCalled() {
    node.on(Create.class, command -> called(command.config()));

    HttpResponse<Buffer> response = create("Nama Session");

    assertThat(response.statusCode()).isEqualTo(201);
    assertCalledNamaSession(response.bodyAsJsonObject());
    assertThat(node.only(Create.class).session()).isEqualTo(ID);
    assertThat(node.only(Create.class).config().metadata())
        .isEqualTo(Map.of("displayName", "Nama Session"));
  }

  @Test
  void shouldShowWhatASessionWasCalled() {
    SessionInfo stored =
        called(
            new SessionConfig(null, null, Map.of("displayName", "Nama Session", "team", "north")));
    node.on(Get.class, command -> stored);
    node.on(ListAll.class, command -> new SessionList(List.of(stored)));

    assertCalledNamaSession(gateway.send("GET", "/api/sessions/Nama-Session").bodyAsJsonObject());
    assertCalledNamaSession(
        gateway.send("GET", "/api/sessions").bodyAsJsonArray().getJsonObject(0));
  }

  @Test
  void shouldCallASessionOfOneWordByItsName() {
    node.on(Create.class, command -> session(command.session(), SessionStatus.STARTING));

    JsonObject created = create("sales").bodyAsJsonObject();

    assertThat(created.getString("id")).isEqualTo("sales");
    assertThat(created.getString("displayName")).isEqualTo("sales");
    assertThat(node.only(Create.class).config()).isEqualTo(SessionConfig.DEFAULT);
  }

  @Test
  void shouldRefuseANameWhoseIdWouldBeTooLong() {
    HttpResponse<Buffer> response = create("word ".repeat(13) + "word");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("invalid-session-name");
    assertThat(node.commands()).isEmpty();
  }

  @Test
  void shouldStartTheSessionByItsId() {
    node.on(Start.class, command -> session(command.session(), SessionStatus.STARTING));

    HttpResponse<Buffer> response = gateway.send("POST", "/api/sessions/Nama-Session/start");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject().getString("id")).isEqualTo("Nama-Session");
    assertThat(node.only(Start.class).session()).isEqualTo(ID);
  }

  private static HttpResponse<Buffer> create(String name) {
    return gateway.send("POST", "/api/sessions", new JsonObject().put("name", name));
  }

  private static void assertCalledNamaSession(JsonObject session) {
    assertThat(session.getString("id")).isEqualTo("Nama-Session");
    assertThat(session.getString("name")).isEqualTo("Nama-Session");
    assertThat(session.getString("displayName")).isEqualTo("Nama Session");
  }

  private static SessionInfo called(SessionConfig config) {
    SessionInfo plain = session(ID, SessionStatus.STARTING);
    return new SessionInfo(
        plain.name(),
        plain.status(),
        plain.wanted(),
        plain.reason(),
        plain.cause(),
        plain.node(),
        plain.generation(),
        plain.me(),
        config,
        plain.createdAt(),
        plain.statusSince());
  }
}
