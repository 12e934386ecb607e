package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

  @TempDir static Path folder;
  private static SingleNode waggle;
  private static SessionApi api;

  @BeforeAll
  static void start() {
    waggle = SingleNode.start(folder, "gateway.body-limit=64KiB");
    api = waggle.api();
    api.http().post("/api/sessions", new JsonObject().put("name", "idle").put("start", false)).ok();
  }

  @AfterAll
  static void stop() {
    waggle.close();
  }

  @Test
  void shouldNotKnowASessionThatWasNeverCreated() {
    assertProblem(api.http().get("/api/sessions/nobody"), 404, "session-not-found");
    assertProblem(api.sendText("nobody", "5511970000000", "hi"), 404, "session-not-found");
    assertProblem(api.http().post("/api/sessions/nobody/start"), 404, "session-not-found");
    assertProblem(api.http().get("/api/nobody/auth/qr"), 404, "session-not-found");
    assertProblem(api.http().delete("/api/sessions/nobody"), 404, "session-not-found");
  }

  @Test
  void shouldRefuseAnIllegalName() {
    JsonObject body = new JsonObject().put("name", "../etc").put("start", false);

    assertThat(api.http().post("/api/sessions", body).status()).isEqualTo(400);
    assertThat(api.http().get("/api/sessions/a.b").status()).isEqualTo(400);
  }

  @Test
  void shouldRefuseASecondSessionOfTheSameName() {
    JsonObject body = new JsonObject().put("name", "idle");

    assertProblem(api.http().post("/api/sessions", body), 409, "session-exists");
  }

  @Test
  void shouldRefuseToSendBeforeTheSessionWorks() {
    Json.Answer answer = api.sendText("idle", "5511970000000", "too early");

    assertProblem(answer, 409, "wrong-state");
    assertThat(answer.json().getString("detail")).contains("STOPPED");
  }

  @Test
  void shouldSayThatThereIsNoQrWhenTheSessionIsStopped() {
    assertProblem(api.http().get("/api/idle/auth/qr"), 409, "wrong-state");
  }

  @Test
  void shouldRefuseMalformedJson() {
    byte[] broken = "{\"session\":".getBytes(StandardCharsets.UTF_8);

    assertProblem(api.http().send("POST", "/api/sendText", broken), 400, "invalid-request");
  }

  @Test
  void shouldRefuseWhatIsNotANumber() {
    assertProblem(api.sendText("idle", "not a number", "hi"), 400, "invalid-chat-id");
  }

  @Test
  void shouldRefuseABodyOverTheLimit() {
    Json.Answer answer = api.sendText("idle", "5511970000000", "x".repeat(100_000));

    assertProblem(answer, 413, "payload-too-large");
  }

  @Test
  void shouldAnswerNobodyWithoutAKey() {
    SessionApi stranger = new SessionApi(waggle.node().url(), "wrong");

    assertProblem(stranger.http().get("/api/sessions"), 401, "unauthorized");
  }

  @Test
  void shouldSayWhenWhatsAppCannotBeReached() {
    JsonObject session;
    try (SingleNode lonely =
        SingleNode.start(
            folder.resolve("lonely"),
            "session.whatsapp.url=http://127.0.0.1:9/",
            "session.recovery.max-attempts=1",
            "session.recovery.first-delay=100ms")) {
      lonely.api().createAndStart("lonely");

      session = lonely.api().awaitStatus("lonely", "FAILED");
    }
    assertThat(session.getString("reason")).containsIgnoringCase("reach");
  }

  private static void assertProblem(Json.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.json().getString("code")).isEqualTo(code);
    assertThat(answer.json().getString("detail")).isNotBlank();
  }
}
