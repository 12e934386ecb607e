package dev.waggle.gateway;

import static dev.waggle.gateway.support.Samples.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.KeyAction;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.KeySecret;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusKeys;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import dev.waggle.gateway.support.Samples;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as administrators make them and as their holders use them. */
class KeyRoutesTest {

  private static final JsonObject CRM =
      new JsonObject()
          .put("name", "CRM")
          .put("sessions", new JsonArray().add("sales"))
          .put("actions", new JsonArray().add("read").add("control"));

  private static RunningGateway gateway;
  private BusNode node;
  private BusKeys keys;

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
    keys = new BusKeys(gateway.vertx());
    node =
        new BusNode(gateway.vertx(), SALES)
            .on(Get.class, command -> session("sales"))
            .on(Create.class, command -> session(command.session().value()))
            .on(ListAll.class, command -> new SessionList(List.of(session("hr"), session("sales"))))
            .on(SendText.class, command -> null);
  }

  @AfterEach
  void leave() {
    keys.leave();
    node.leave();
  }

  @Test
  void shouldShowAKeyOnceAndKeepOnlyItsHash() {
    HttpResponse<Buffer> made = gateway.send("POST", "/api/keys", CRM);
    HttpResponse<Buffer> listed = gateway.send("GET", "/api/keys");

    KeySecret key = KeySecret.parse(made.bodyAsJsonObject().getString("key")).orElseThrow();
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(listed.bodyAsString()).contains(key.id()).doesNotContain(key.text(), key.hash());
    assertThat(keys.commands().toString()).contains(key.hash()).doesNotContain(key.text());
  }

  @Test
  void shouldListWhatAKeyIsGoodFor() {
    gateway.send("POST", "/api/keys", CRM.copy().put("expiresInSeconds", 60));

    JsonObject key = gateway.send("GET", "/api/keys").bodyAsJsonArray().getJsonObject(0);

    assertThat(key.fieldNames())
        .containsExactlyInAnyOrder(
            "id", "name", "role", "sessions", "actions", "createdAt", "expiresAt");
    assertThat(key.getString("role")).isEqualTo("session");
    assertThat(key.getJsonArray("sessions")).containsExactly("sales");
    assertThat(key.getJsonArray("actions")).containsExactly("read", "control");
  }

  @Test
  void shouldLetAKeyDoWhatItIsGoodForAndNothingElse() {
    String key = make(CRM);

    assertThat(status(key, "GET", "/api/sessions/sales")).isEqualTo(200);
    assertThat(status(key, "GET", "/api/sessions/hr")).isEqualTo(403);
    assertThat(status(key, "DELETE", "/api/sessions/sales")).isEqualTo(403);
    assertThat(status(key, "GET", "/api/keys")).isEqualTo(403);
  }

  @Test
  void shouldLetAKeyWithControlCreateItsOwnSessionsAndNoOther() {
    String key = make(CRM);

    assertThat(create(key, "sales").statusCode()).isEqualTo(201);
    assertThat(create(key, "hr").statusCode()).isEqualTo(403);
    assertThat(create(key, "sales 2").statusCode()).isEqualTo(403);
    assertThat(node.commands())
        .filteredOn(Create.class::isInstance)
        .extracting(command -> ((Create) command).session())
        .containsExactly(SALES);
  }

  @Test
  void shouldListOnlyTheSessionsOfAKey() {
    String key = keys.session("sales", KeyAction.READ);

    HttpResponse<Buffer> response = gateway.send(gateway.as(key, "GET", "/api/sessions"));

    assertThat(response.bodyAsJsonArray())
        .extracting(row -> ((JsonObject) row).getString("name"))
        .containsExactly("sales");
  }

  @Test
  void shouldRefuseARevokedKeyAtOnce() {
    String key = make(CRM);
    assertThat(status(key, "GET", "/api/sessions/sales")).isEqualTo(200);

    String id = KeySecret.parse(key).orElseThrow().id();
    assertThat(gateway.send("DELETE", "/api/keys/" + id).statusCode()).isEqualTo(204);

    assertThat(status(key, "GET", "/api/sessions/sales")).isEqualTo(401);
    assertThat(gateway.send("DELETE", "/api/keys/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldAskOnceForAKeyThatComesOften() {
    String key = keys.session("sales", KeyAction.READ);

    List<Future<HttpResponse<Buffer>>> requests =
        IntStream.range(0, 20)
            .mapToObj(i -> gateway.as(key, "GET", "/api/sessions/sales").send())
            .toList();

    assertThat(Await.result(Future.all(requests)).<HttpResponse<Buffer>>list())
        .allMatch(response -> response.statusCode() == 200);
    assertThat(keys.commands()).filteredOn(KeyCommand.Find.class::isInstance).hasSize(1);
  }

  @Test
  void shouldNotLoseABodyThatWaitsForItsKeyToBeLookedUp() {
    String key = keys.session("sales", KeyAction.CONTROL);
    String padding = "x".repeat(60_000);

    HttpResponse<Buffer> response =
        Await.result(
            gateway
                .as(key, "POST", "/api/sessions")
                .sendJsonObject(new JsonObject().put("name", "sales").put("padding", padding)));

    assertThat(response.statusCode()).isEqualTo(201);
  }

  @Test
  void shouldSayThatItCannotTellWhenNoSessionNodeAnswers() {
    String key = keys.session("sales", KeyAction.READ);
    keys.leave();

    HttpResponse<Buffer> stored = gateway.send(gateway.as(key, "GET", "/api/sessions/sales"));
    HttpResponse<Buffer> configured = gateway.send("GET", "/api/sessions/sales");

    assertThat(stored.statusCode()).isEqualTo(503);
    assertThat(stored.bodyAsJsonObject().getBoolean("retryable")).isTrue();
    assertThat(configured.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"CRM\"}",
        "{\"name\":\" \",\"role\":\"admin\"}",
        "{\"sessions\":[\"a\"],\"actions\":[\"read\"]}",
        "{\"name\":\"CRM\",\"sessions\":[\"../a\"],\"actions\":[\"read\"]}",
        "{\"name\":\"CRM\",\"sessions\":[\"a\"],\"actions\":[\"admin\"]}",
        "{\"name\":\"CRM\",\"sessions\":[\"a\"],\"actions\":[\"read\"],\"expiresInSeconds\":0}",
        "{\"name\":\"CRM\",\"role\":\"admin\",\"sessions\":[\"a\"]}",
        "{\"name\":\"CRM\",\"role\":\"root\"}",
        "{\"name\":\"CRM\\u0000\",\"role\":\"admin\"}",
        "{\"name\":\"CRM\\ud800\",\"role\":\"admin\"}"
      })
  void shouldRefuseAKeyThatMakesNoSense(String body) {
    assertThat(gateway.send("POST", "/api/keys", new JsonObject(body)).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldTakeANameOfAnyWords() {
    JsonObject body = new JsonObject().put("name", "Zoë's CRM – büro").put("role", "admin");

    assertThat(gateway.send("POST", "/api/keys", body).statusCode()).isEqualTo(201);
  }

  private String make(JsonObject body) {
    return gateway.send("POST", "/api/keys", body).bodyAsJsonObject().getString("key");
  }

  private HttpResponse<Buffer> create(String key, String session) {
    return Await.result(
        gateway
            .as(key, "POST", "/api/sessions")
            .sendJsonObject(new JsonObject().put("name", session)));
  }

  private int status(String key, String method, String path) {
    return gateway.send(gateway.as(key, method, path)).statusCode();
  }

  private static SessionInfo session(String name) {
    return Samples.session(new SessionName(name), SessionStatus.WORKING);
  }
}
