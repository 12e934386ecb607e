package dev.waggle.gateway;

import static dev.waggle.gateway.support.Samples.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.KeyAction;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.NumberStatus;
import dev.waggle.contract.SessionCommand;
import dev.waggle.contract.SessionCommand.CheckExists;
import dev.waggle.contract.SessionCommand.Create;
import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionCommand.Stop;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusKeys;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import dev.waggle.gateway.support.Samples;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key of one session and every way to speak of another: what is checked is what is acted on. */
class ScopeOfKeysTest {

  private static final SessionName HR = new SessionName("hr");
  private static final String NUMBER = "5511999999999";

  private static RunningGateway gateway;
  private static String key;
  private BusNode node;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
    key = new BusKeys(gateway.vertx()).session("sales", KeyAction.values());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void join() {
    node =
        new BusNode(gateway.vertx(), SALES, HR)
            .on(Get.class, command -> Samples.session(command.session(), SessionStatus.WORKING))
            .on(Stop.class, command -> Samples.session(command.session(), SessionStatus.STOPPED))
            .on(Create.class, command -> Samples.session(command.session(), SessionStatus.STARTING))
            .on(CheckExists.class, command -> new NumberStatus(false, null))
            .on(SendText.class, command -> new MessageSent("true_1", "1@c.us", 1, Instant.now()));
  }

  @AfterEach
  void leave() {
    node.leave();
  }

  @Test
  void shouldActOnTheSessionInThePathWhateverTheBodyNames() {
    HttpResponse<Buffer> response =
        post("/api/sessions/sales/stop?session=hr", "{\"session\":\"hr\",\"name\":\"hr\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(node.only(Stop.class).session()).isEqualTo(SALES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"session\":\"hr\",\"chatId\":\"5511999999999\",\"text\":\"Hi\"}",
        "{\"session\":\"hr\",\"name\":\"sales\",\"chatId\":\"5511999999999\",\"text\":\"Hi\"}",
        "{\"session\":\"sales\",\"session\":\"hr\",\"chatId\":\"5511999999999\",\"text\":\"Hi\"}",
      })
  void shouldCheckTheSessionInTheBodyWhateverTheQueryNames(String body) {
    assertThat(post("/api/sendText?session=sales", body).statusCode()).isEqualTo(403);
    assertThatNobodySpokeOf(HR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"session\":[\"sales\"],\"chatId\":\"5511999999999\",\"text\":\"Hi\"}",
        "{\"session\":{\"value\":\"sales\"},\"chatId\":\"5511999999999\",\"text\":\"Hi\"}",
        "{\"Session\":\"sales\",\"chatId\":\"5511999999999\",\"text\":\"Hi\"}",
        "[{\"session\":\"sales\",\"chatId\":\"5511999999999\",\"text\":\"Hi\"}]"
      })
  void shouldTakeNoOtherFormOfASession(String body) {
    assertThat(post("/api/sendText", body).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldCheckTheNameOfANewSessionWhateverElseTheBodyNames() {
    String body = "{\"name\":\"hr\",\"session\":\"sales\"}";

    assertThat(post("/api/sessions?session=sales", body).statusCode()).isEqualTo(403);
    assertThatNobodySpokeOf(HR);
  }

  @Test
  void shouldCheckTheQueryParameterThatIsActedOn() {
    String first = "/api/contacts/check-exists?session=sales&session=hr&phone=" + NUMBER;
    String second = "/api/contacts/check-exists?session=hr&session=sales&phone=" + NUMBER;

    assertThat(get(first).statusCode()).isEqualTo(200);
    assertThat(node.only(CheckExists.class).session()).isEqualTo(SALES);
    assertThat(get(second).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/sessions/hr",
        "/api/sessions/%68r",
        "/api/sessions/%68%72/",
        "/api/sessions/sales/../hr",
        "/api/sessions/sales/%2e%2e/hr",
        "/api/sessions/sales%2F..%2Fhr",
        "/api/sessions/./hr",
        "/api/sessions//hr",
        "/api/sessions/hr;session=sales",
        "/api/sessions/hr?session=sales&name=sales",
        "/api/sessions/hr%00",
        "/api/sessions/hr%0A",
        "/api/sessions/hr%20",
        "/api/sessions/%EF%BD%88%EF%BD%92",
        "/api/sessions/%2568r",
        "/api/sessions/*",
        "/api/sessions/%2A",
        "/api/sessions/SALES",
        "/api/hr/auth/qr",
        "/api/%68r/auth/qr?session=sales"
      })
  void shouldNotBeTalkedRoundByAnotherSpellingOfASession(String path) {
    assertThat(get(path).statusCode()).isIn(400, 403, 404);
    assertThatNobodySpokeOf(HR);
    assertThat(node.commands()).isEmpty();
  }

  private void assertThatNobodySpokeOf(SessionName session) {
    assertThat(node.commands())
        .noneMatch(command -> command.toString().contains("=" + session.value()))
        .noneMatch(
            command ->
                command instanceof SessionCommand.ToOwner owned && owned.session().equals(session));
  }

  private static HttpResponse<Buffer> get(String path) {
    return gateway.send(gateway.as(key, "GET", path));
  }

  private static HttpResponse<Buffer> post(String path, String body) {
    HttpRequest<Buffer> request =
        gateway.as(key, "POST", path).putHeader("Content-Type", "application/json");
    return Await.result(request.sendBuffer(Buffer.buffer(body)));
  }
}
