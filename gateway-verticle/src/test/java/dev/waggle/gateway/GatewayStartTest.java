package dev.waggle.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.gateway.settings.GatewaySettings;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayStartTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  @Test
  void shouldNameThePortThatIsInUse() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GatewaySettings settings = onPort(other.getLocalPort());

      assertThatThrownBy(() -> Await.result(vertx.deployVerticle(new GatewayVerticle(settings))))
          .isInstanceOf(GatewayStartException.class)
          .hasMessageContaining("127.0.0.1:" + other.getLocalPort())
          .hasMessageContaining("in use");
    }
  }

  @Test
  void shouldNotStartWithoutAKey() {
    GatewayVerticle keyless = new GatewayVerticle(GatewaySettings.DEFAULT);

    assertThatThrownBy(() -> Await.result(vertx.deployVerticle(keyless)))
        .isInstanceOf(GatewayStartException.class)
        .hasMessageContaining("API key");
  }

  @Test
  void shouldTellThePortThatItTook() {
    GatewayVerticle gateway = new GatewayVerticle(onPort(0));

    Await.result(vertx.deployVerticle(gateway));

    assertThat(gateway.actualPort()).isPositive();
  }

  private static GatewaySettings onPort(int port) {
    return RunningGateway.settings("port=" + port);
  }
}
