package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.health.ManagementSettings;
import dev.waggle.health.WaggleMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node tells of itself that has nothing on it yet. */
class NodeManagementTest {

  private final NodeMeters meters = new NodeMeters();
  private final Vertx vertx = meters.vertx(new VertxOptions()).build();
  private final NodeManagement management =
      new NodeManagement(new ManagementSettings(true, "127.0.0.1", 0, 1), meters);

  @AfterEach
  void close() throws Exception {
    result(vertx.close());
    meters.close();
  }

  @Test
  void shouldBeReadyUntilItIsAboutToEnd() throws Exception {
    result(management.start(new StartedVertx(vertx, Optional.empty())));
    int running = get("/ready").statusCode();

    management.end();

    assertThat(running).isEqualTo(200);
    assertThat(get("/ready").statusCode()).isEqualTo(503);
    assertThat(get("/ready").body()).contains("The node is shutting down.");
    assertThat(get("/live").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTellMetersOfTheJvmAndTheBusButNoAddresses() throws Exception {
    result(management.start(new StartedVertx(vertx, Optional.empty())));
    result(
        vertx
            .eventBus()
            .consumer("waggle.session.sales", asked -> asked.reply("yes"))
            .completion());
    result(vertx.eventBus().request("waggle.session.sales", "there?"));

    String text = get("/metrics").body();

    assertThat(text)
        .contains("jvm_memory_used_bytes", "process_uptime_seconds", "vertx_eventbus_handlers")
        .doesNotContain("sales");
  }

  @Test
  void shouldTellNothingWhenItIsSwitchedOff() throws Exception {
    NodeManagement off =
        new NodeManagement(new ManagementSettings(false, "127.0.0.1", 0, 1), meters);

    result(off.start(new StartedVertx(vertx, Optional.empty())));

    assertThat(off.address()).isEmpty();
  }

  @Test
  void shouldTakeTheTimeOfPingsAcrossTheBus() throws Exception {
    MeterRegistry registry = new SimpleMeterRegistry();

    result(vertx.deployVerticle(new BusPing(registry, Duration.ofMillis(20))));

    Awaitility.await()
        .until(() -> WaggleMeter.BUS_ROUND_TRIP.timer(registry, "answered").count() > 1);
    assertThat(WaggleMeter.BUS_ROUND_TRIP.timer(registry, "lost").count()).isZero();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = management.address().orElseThrow().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static <T> T result(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
