package dev.waggle.gateway.sockjs;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.waggle.contract.Addresses;
import dev.waggle.gateway.GatewayVerticle;
import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.RunningGateway;
import dev.waggle.gateway.support.Samples;
import io.vertx.core.MultiMap;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenSocketsTest {

  private static final String ROOM = Addresses.room(Samples.SALES);
  private static final MultiMap NO_HEADERS = MultiMap.caseInsensitiveMultiMap();

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway =
        RunningGateway.start(
            new GatewayVerticle(
                RunningGateway.settings("sockets.max-connections=3", "sockets.max-per-key=1")));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void shouldRefuseTheSocketThatIsTooManyForTheGateway() {
    for (int i = 0; i < 3; i++) {
      RawSocket.open(gateway);
    }

    assertRefused(NO_HEADERS, 503);
  }

  @Test
  void shouldTakeAnotherWhenOneHasGone() {
    RawSocket.open(gateway);
    RawSocket.open(gateway);
    RawSocket gone = RawSocket.open(gateway);

    gone.close();

    await().ignoreExceptions().untilAsserted(() -> RawSocket.open(gateway).close());
  }

  @Test
  void shouldRefuseTheHandshakeOfAKeyThatHasEnough() {
    MultiMap key = MultiMap.caseInsensitiveMultiMap().add("X-Api-Key", KEY);
    RawSocket.open(gateway, "", key);

    assertRefused(key, 429);
  }

  @Test
  void shouldCloseASocketThatShowsAKeyWhichHasEnough() {
    try (RawSocket first = RawSocket.open(gateway);
        RawSocket second = RawSocket.open(gateway)) {
      first.register(ROOM, KEY);
      first.send(new JsonObject().put("type", "unheard-of"));
      assertThat(first.next().getString("type")).as("answered in order").isEqualTo("err");

      second.register(ROOM, KEY);

      assertThat(second.next().getString("code")).isEqualTo("too-many-requests");
      assertThat(second.closeCode()).isEqualTo(1013);
    }
  }

  private void assertRefused(MultiMap headers, int status) {
    assertThatThrownBy(() -> Await.result(RawSocket.connect(gateway, "", headers)))
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            refused -> assertThat(refused.getStatus()).isEqualTo(status));
  }
}
