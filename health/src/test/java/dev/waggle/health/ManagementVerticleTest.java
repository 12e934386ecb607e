package dev.waggle.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementVerticleTest {

  private final Vertx vertx = Vertx.vertx();
  private final NodeHealth health = new NodeHealth();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() throws Exception {
    result(vertx.close());
  }

  @Test
  void shouldAnswer200WhenReadyAnd503WithTheReasonWhenNot() throws Exception {
    URI port = start(0, 1);

    HttpResponse<String> good = get(port, "/ready");
    health.ready("database", Check.of(() -> Finding.down("It does not answer.")));
    HttpResponse<String> bad = get(port, "/ready");

    assertThat(good.statusCode()).isEqualTo(200);
    assertThat(good.headers().firstValue("content-type")).contains("application/json");
    assertThat(good.body()).isEqualTo("{\"status\":\"UP\",\"checks\":{}}");
    assertThat(bad.statusCode()).isEqualTo(503);
    assertThat(bad.body()).contains("\"database\":{\"status\":\"DOWN\"", "It does not answer.");
    assertThat(get(port, "/live").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotBeAliveWhileAnEventLoopIsBlocked() throws Exception {
    URI port = start(0, 1);
    Context stuck = vertx.getOrCreateContext();
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    stuck.runOnContext(
        there -> {
          blocked.countDown();
          awaitUninterruptibly(release);
        });
    blocked.await();

    HttpResponse<String> answer = get(port, "/live");
    release.countDown();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("eventLoops", "An event loop has not answered");
    assertThat(get(port, "/live").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTellTheMetersAsPrometheusReadsThem() throws Exception {
    HttpResponse<String> answer = get(start(0, 1), "/metrics");

    assertThat(answer.body()).isEqualTo("waggle_sockets 3.0\n");
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
  }

  @Test
  void shouldAnswerNothingElse() throws Exception {
    URI port = start(0, 1);

    assertThat(get(port, "/").statusCode()).isEqualTo(404);
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(port.resolve("/live"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                    BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void shouldTakeTheNextPortOfItsRangeWhenAnotherNodeHasTheFirst() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI port = start(other.getLocalPort(), 20);

      assertThat(port.getPort()).isGreaterThan(other.getLocalPort());
      assertThat(get(port, "/live").statusCode()).isEqualTo(200);
    }
  }

  private URI start(int port, int portCount) throws Exception {
    ManagementVerticle verticle =
        new ManagementVerticle(
            new ManagementSettings(true, "127.0.0.1", port, portCount),
            health,
            () -> "waggle_sockets 3.0\n");
    result(vertx.deployVerticle(verticle));
    return verticle.address();
  }

  private HttpResponse<String> get(URI port, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(port.resolve(path)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T result(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
