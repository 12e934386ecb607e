package dev.waggle.gateway;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.Samples.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.NodeVersion;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.Version;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import dev.waggle.gateway.support.Samples;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the API document lists is tried, so that a new operation cannot be left open. */
class AuthorizationTest {

  private static final JsonObject ANY_BODY = new JsonObject().put("name", "sales");

  private static RunningGateway gateway;
  private static RunningGateway forbidding;
  private static BusNode node;

  private record Operation(String method, String path, boolean open) {}

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
    node =
        new BusNode(gateway.vertx(), SALES)
            .on(Version.class, command -> new NodeVersion("node-1", "0.1.0", "4.6.0", null));
    forbidding =
        RunningGateway.start(
            new GatewayVerticle(RunningGateway.SETTINGS, (who, action, session) -> false));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    forbidding.close();
  }

  @TestFactory
  Stream<DynamicTest> shouldAskEveryOperationOfTheDocumentForAKey() {
    return operations()
        .map(
            operation -> DynamicTest.dynamicTest(operation.toString(), () -> askForKey(operation)));
  }

  private static void askForKey(Operation operation) {
    HttpResponse<Buffer> response =
        Await.result(
            gateway.anonymous(operation.method(), operation.path()).sendJsonObject(ANY_BODY));

    if (operation.open()) {
      assertThat(response.statusCode()).isEqualTo(200);
    } else {
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("unauthorized");
      assertThat(response.getHeader("WWW-Authenticate")).startsWith("Bearer");
    }
  }

  @Test
  void shouldLeaveOnlyHealthOpen() {
    assertThat(operations().filter(Operation::open))
        .containsExactly(new Operation("GET", "/health", true));
  }

  @TestFactory
  Stream<DynamicTest> shouldAskThePolicyForEveryOperation() {
    return Stream.of(
            new Operation("GET", "/api/version", false),
            new Operation("GET", "/api/sessions", false),
            new Operation("GET", "/api/sessions/sales", false),
            new Operation("DELETE", "/api/sessions/sales", false),
            new Operation("POST", "/api/sessions/sales/start", false),
            new Operation("GET", "/api/sales/auth/qr", false))
        .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> forbid(operation)));
  }

  private static void forbid(Operation operation) {
    HttpResponse<Buffer> response = forbidding.send(operation.method(), operation.path());

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.bodyAsJsonObject().getString("code")).isEqualTo("forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wrong", "correct-horse-battery-stapl", "correct-horse-battery-staple2", ""})
  void shouldRefuseAWrongKey(String key) {
    HttpResponse<Buffer> response =
        gateway.send(gateway.anonymous("GET", "/api/sessions").putHeader("X-Api-Key", key));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.bodyAsString()).doesNotContain(KEY);
    assertThat(node.commands()).doesNotHaveAnyElementsOfTypes(ListAll.class);
  }

  @Test
  void shouldAskThePolicyForSessionsThatABodyNames() {
    JsonObject text =
        new JsonObject().put("session", "sales").put("chatId", "12345").put("text", "Hello");

    HttpResponse<Buffer> response = forbidding.send("POST", "/api/sendText", text);

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("session sales");
  }

  @Test
  void shouldAskThePolicyForTheIdThatADisplayNameMakes() {
    HttpResponse<Buffer> response =
        forbidding.send("POST", "/api/sessions", new JsonObject().put("name", "Nama Session"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.bodyAsJsonObject().getString("detail")).contains("session Nama-Session");
  }

  @Test
  void shouldListOnlyWhatAKeyMaySee() {
    AccessPolicy allButSales = (who, action, session) -> !session.equals(Optional.of(SALES));
    try (RunningGateway partial =
        RunningGateway.start(new GatewayVerticle(RunningGateway.SETTINGS, allButSales))) {
      new BusNode(partial.vertx())
          .on(ListAll.class, command -> new SessionList(List.of(working("sales"), working("hr"))));

      HttpResponse<Buffer> response = partial.send("GET", "/api/sessions");

      assertThat(response.bodyAsJsonArray())
          .extracting(row -> ((JsonObject) row).getString("name"))
          .containsExactly("hr");
    }
  }

  @Test
  void shouldTakeTheKeyAsABearerToken() {
    HttpResponse<Buffer> response =
        gateway.send(
            gateway.anonymous("GET", "/api/version").putHeader("Authorization", "Bearer " + KEY));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotTakeTheKeyFromAQuery() {
    HttpResponse<Buffer> response =
        gateway.send(gateway.anonymous("GET", "/api/sessions?x-api-key=" + KEY));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%61pi/sessions",
        "/api/%73essions",
        "//api/sessions",
        "/api//sessions",
        "/health/../api/sessions",
        "/api/./sessions",
        "/api/sessions/",
        "/API/sessions",
        "/assets/../api/sessions",
        "/api/sessions;a=b",
        "/%2561pi/sessions"
      })
  void shouldNotBeTalkedRoundByAnotherSpellingOfAPath(String path) {
    HttpResponse<Buffer> response = gateway.send(gateway.anonymous("GET", path));

    assertThat(response.statusCode()).isIn(401, 404);
    assertThat(node.commands()).doesNotHaveAnyElementsOfTypes(ListAll.class);
  }

  @Test
  void shouldRefuseBeforeReadingTheBody() {
    HttpResponse<Buffer> response =
        gateway.send(
            gateway.anonymous("POST", "/api/sendText"), "application/json", "x".repeat(1 << 20));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void shouldAskForAKeyBeforeItTellsWhatExistsUnderTheApi() {
    HttpResponse<Buffer> response = gateway.send(gateway.anonymous("GET", "/api/nothing"));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  private static SessionInfo working(String name) {
    return Samples.session(new SessionName(name), SessionStatus.WORKING);
  }

  private static Stream<Operation> operations() {
    JsonObject document =
        gateway.send(gateway.anonymous("GET", "/openapi.json")).bodyAsJsonObject();
    return document.getJsonObject("paths").stream()
        .flatMap(path -> operationsAt(path.getKey(), (JsonObject) path.getValue()));
  }

  private static Stream<Operation> operationsAt(String path, JsonObject members) {
    String concrete = path.replace("{session}", "sales");
    List<String> methods = List.of("get", "put", "post", "delete", "patch", "head", "options");
    return members.stream()
        .filter(member -> methods.contains(member.getKey()))
        .map(Map.Entry.class::cast)
        .map(
            member ->
                new Operation(
                    member.getKey().toString().toUpperCase(Locale.ROOT),
                    concrete,
                    new JsonArray().equals(((JsonObject) member.getValue()).getValue("security"))));
  }
}
