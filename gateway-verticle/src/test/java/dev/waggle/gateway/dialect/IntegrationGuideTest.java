package dev.waggle.gateway.dialect;

import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntegrationGuideTest {

  private static final String INITIALIZE = "/api/sessions/sales/initialize-with-qr";

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
  void shouldCreateTheSessionStartItAndSaySoInTheGuidesWords() {
    node.on(Create.class, command -> session(command.session(), SessionStatus.STARTING));

    HttpResponse<Buffer> response = gateway.send("POST", INITIALIZE);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("success", true)
                .put("message", "The session is running; its room gets QR and status.")
                .put("sessionName", "sales")
                .put("status", "notLogged"));
    assertThat(node.only(Create.class)).isEqualTo(new Create(SALES, true, SessionConfig.DEFAULT));
  }

  @Test
  void shouldStartASessionThatIsThereAlready() {
    node.refuse(Create.class, ErrorCode.SESSION_EXISTS, "There is a session called sales.");
    node.on(Start.class, command -> session(command.session(), SessionStatus.WORKING));

    HttpResponse<Buffer> response = gateway.send("POST", INITIALIZE);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.bodyAsJsonObject().getString("status")).isEqualTo("ready");
    assertThat(node.only(Start.class).session()).isEqualTo(SALES);
  }

  @Test
  void shouldAnswerAlikeToAllWhoCallAtOnce() {
    Set<SessionName> registered = ConcurrentHashMap.newKeySet();
    node.on(
        Create.class,
        command -> {
          if (!registered.add(command.session())) {
            throw new WaggleException(ErrorCode.SESSION_EXISTS, "There is one.");
          }
          return session(command.session(), SessionStatus.STARTING);
        });
    node.on(Start.class, command -> session(command.session(), SessionStatus.STARTING));

    List<Future<HttpResponse<Buffer>>> calls =
        Stream.generate(() -> gateway.request("POST", INITIALIZE).send()).limit(8).toList();
    Await.result(Future.all(calls));

    assertThat(calls).extracting(call -> call.result().statusCode()).containsOnly(200);
    assertThat(calls)
        .extracting(call -> call.result().bodyAsString())
        .containsOnly(calls.get(0).result().bodyAsString());
    assertThat(registered).containsExactly(SALES);
  }

  @Test
  void shouldRefuseAnIllegalNameInTheGuidesForm() {
    HttpResponse<Buffer> response =
        gateway.send("POST", "/api/sessions/..%2Fetc/initialize-with-qr");

    assertThat(response.statusCode()).isEqualTo(400);
    JsonObject problem = response.bodyAsJsonObject();
    assertThat(problem.getBoolean("success")).isFalse();
    assertThat(problem.getString("message")).contains("1 to 64 letters");
    assertThat(problem.getString("code")).isEqualTo("invalid-session-name");
    assertThat(node.commands()).isEmpty();
  }

  @Test
  void shouldSayInTheGuidesFormWhyItCouldNotStart() {
    node.refuse(Create.class, ErrorCode.DATABASE_UNAVAILABLE, "The database cannot be reached.");

    HttpResponse<Buffer> response = gateway.send("POST", INITIALIZE);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.bodyAsJsonObject().getBoolean("success")).isFalse();
    assertThat(response.bodyAsJsonObject().getString("message"))
        .isEqualTo("The database cannot be reached.");
  }
}
