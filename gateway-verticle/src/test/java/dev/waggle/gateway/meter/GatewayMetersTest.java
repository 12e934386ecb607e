package dev.waggle.gateway.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.limit.LocalBuckets;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import dev.waggle.gateway.support.Samples;
import dev.waggle.health.WaggleMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.http.WebSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GatewayMetersTest {

  private static final MeterRegistry REGISTRY = new SimpleMeterRegistry();
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.start(
            new GatewayVerticle(
                RunningGateway.SETTINGS, AccessPolicy.BY_SCOPE, new LocalBuckets(), REGISTRY));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void shouldCountRequestsByOperationAndStatusAndNameNoSession() {
    BusNode node = new BusNode(gateway.vertx());
    node.on(Get.class, command -> Samples.session(command.session(), SessionStatus.WORKING));

    gateway.send("GET", "/api/sessions/sales");
    gateway.send("GET", "/api/sessions/support");
    gateway.send("GET", "/api/no-such-thing");
    node.leave();

    Awaitility.await().untilAsserted(() -> assertThat(requests("getSession", "200")).isEqualTo(2));
    Awaitility.await().untilAsserted(() -> assertThat(requests("none", "404")).isEqualTo(1));
    assertThat(REGISTRY.getMeters())
        .flatExtracting(meter -> meter.getId().getTags())
        .extracting(Tag::getValue)
        .noneMatch(value -> value.contains("sales") || value.contains("support"));
  }

  @Test
  void shouldCountTheSocketsThatAreOpen() {
    WebSocket socket =
        Await.result(
            gateway
                .vertx()
                .createWebSocketClient()
                .connect(
                    gateway.port(),
                    "127.0.0.1",
                    "/sockets/websocket?x-api-key=" + RunningGateway.KEY));
    Awaitility.await().untilAsserted(() -> assertThat(sockets()).isEqualTo(1));

    Await.result(socket.close());

    Awaitility.await().untilAsserted(() -> assertThat(sockets()).isZero());
  }

  private static long requests(String operation, String status) {
    return WaggleMeter.HTTP_REQUESTS.timer(REGISTRY, operation, status).count();
  }

  private static double sockets() {
    return REGISTRY.get("waggle.sockets").gauge().value();
  }
}
