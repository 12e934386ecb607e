package dev.waggle.gateway.sockjs;

import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.qr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.SessionEventType;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** eventbus-bridge-client.js over sockjs-client, as they come from npm. */
class OrdinaryClientsTest {

  /** The one close code that a SockJS server has. */
  private static final int SOCKJS_GO_AWAY = 3000;

  private static RunningGateway gateway;
  private static BusNode node;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
    node = new BusNode(gateway.vertx());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "xhr-streaming", "xhr-polling", "eventsource"})
  void shouldGetEventsOverEveryTransport(String transport) {
    JsonObject settings = settings("").put("key", KEY).put("transports", JsonArray.of(transport));
    try (NodeClient client = NodeClient.start(settings)) {
      assertThat(client.until("refused").getJsonObject("refused").getInteger("failureCode"))
          .isEqualTo(4004);

      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(client.until("event").getJsonObject("event").getString("type"))
          .isEqualTo("session.qr");
    }
  }

  @Test
  void shouldGetEventsWithTheKeyInTheQueryAlone() {
    try (NodeClient client = NodeClient.start(settings("?x-api-key=" + KEY))) {
      assertThat(client.until("refused").containsKey("refused")).isTrue();

      node.publish(SALES, SessionEventType.QR, qr(1));

      assertThat(client.until("event").getJsonObject("event").getString("type"))
          .isEqualTo("session.qr");
    }
  }

  @Test
  void shouldBeToldThatAWrongKeyIsWhyTheyAreLetGo() {
    try (NodeClient client = NodeClient.start(settings("").put("key", "wrong"))) {
      assertThat(client.next().getJsonObject("error").getString("message")).contains("not known");
      assertThat(client.until("closed").getInteger("closed")).isEqualTo(SOCKJS_GO_AWAY);
    }
  }

  @Test
  void shouldBeToldThatTheyAreLetGoForOnlyPinging() {
    JsonObject settings = settings("");
    settings.remove("address");
    try (NodeClient client = NodeClient.start(settings)) {
      assertThat(client.next().getJsonObject("error").getString("code")).isEqualTo("unauthorized");
      assertThat(client.until("closed").getInteger("closed")).isEqualTo(SOCKJS_GO_AWAY);
    }
  }

  private static JsonObject settings(String query) {
    return new JsonObject()
        .put("url", gateway.url() + "/eventbus" + query)
        .put("address", Addresses.room(SALES));
  }
}
