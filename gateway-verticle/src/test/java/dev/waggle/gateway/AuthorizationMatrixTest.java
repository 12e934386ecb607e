package dev.waggle.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionName;
import dev.waggle.gateway.support.ApiCatalogue;
import dev.waggle.gateway.support.ApiCatalogue.Operation;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusKeys;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.Callers;
import dev.waggle.gateway.support.Callers.Caller;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the API document, tried by every kind of caller. What is expected comes from
 * {@code x-waggle-action} alone, so a new operation is in the matrix as soon as it is in the
 * document. Its examples must make a request that is valid.
 */
class AuthorizationMatrixTest {

  private static RunningGateway gateway;
  private static Callers callers;
  private static ApiCatalogue catalogue;

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.start(
            new GatewayVerticle(RunningGateway.SETTINGS.withJwt(Callers.SETTINGS)));
    catalogue = ApiCatalogue.of(gateway);
    new BusNode(gateway.vertx(), new SessionName(Callers.OWN), new SessionName(Callers.DEFAULT));
    callers = new Callers(gateway, new BusKeys(gateway.vertx()));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @TestFactory
  Stream<DynamicContainer> shouldLetEveryCallerDoWhatTheDocumentSaysAndNothingElse() {
    List<Caller> all = callers.all();
    return catalogue
        .operations()
        .map(
            operation ->
                DynamicContainer.dynamicContainer(
                    operation.toString(),
                    all.stream()
                        .map(
                            caller ->
                                DynamicTest.dynamicTest(
                                    caller.name(), () -> tryOut(operation, caller)))));
  }

  private static void tryOut(Operation operation, Caller caller) {
    HttpResponse<Buffer> response = send(operation, caller);

    switch (caller.expected(operation)) {
      case ALLOWED -> assertThat(response.statusCode()).isNotIn(400, 401, 403, 415);
      case FORBIDDEN -> assertThat(response.statusCode()).isEqualTo(403);
      case UNAUTHORIZED -> assertThat(response.statusCode()).isEqualTo(401);
    }
  }

  private static HttpResponse<Buffer> send(Operation operation, Caller caller) {
    HttpRequest<Buffer> request =
        caller
            .credential()
            .map(credential -> gateway.as(credential, operation.method(), operation.uri()))
            .orElseGet(() -> gateway.anonymous(operation.method(), operation.uri()));
    return Await.result(operation.body().map(request::sendJsonObject).orElseGet(request::send));
  }
}
