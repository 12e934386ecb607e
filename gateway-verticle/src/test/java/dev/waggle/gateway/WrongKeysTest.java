package dev.waggle.gateway;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WrongKeysTest {

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway =
        RunningGateway.start(
            new GatewayVerticle(RunningGateway.settings("limits.failed-logins-per-minute=2")));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void shouldLookAtNoFurtherKeyWhenTooManyWereWrong() {
    assertThat(show("wrong-1").statusCode()).isEqualTo(401);
    assertThat(show("wrong-2").statusCode()).isEqualTo(401);

    HttpResponse<Buffer> third = show("wrong-3");
    HttpResponse<Buffer> right = show(KEY);

    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.bodyAsJsonObject().getString("code")).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(third.getHeader("Retry-After"))).isBetween(10, 30);
    assertThat(right.statusCode()).as("a guess that is right").isEqualTo(429);
  }

  @Test
  void shouldLetAKeyPassThatWasGoodBefore() {
    assertThat(show(KEY).statusCode()).isEqualTo(200);
    for (int i = 0; i < 4; i++) {
      show("wrong-" + i);
    }

    assertThat(show(KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldCountHandshakesOfSockets() {
    for (int i = 0; i < 3; i++) {
      gateway.send(gateway.anonymous("GET", "/eventbus/info").putHeader("X-Api-Key", "wrong-" + i));
    }

    assertThat(show(KEY).statusCode()).isEqualTo(429);
  }

  @Test
  void shouldNotCountWhoShowsNoKey() {
    for (int i = 0; i < 4; i++) {
      HttpResponse<Buffer> answer = gateway.send(gateway.anonymous("GET", "/api/version"));

      assertThat(answer.statusCode()).isEqualTo(401);
    }
  }

  private HttpResponse<Buffer> show(String key) {
    return gateway.send(gateway.anonymous("GET", "/api/version").putHeader("X-Api-Key", key));
  }
}
