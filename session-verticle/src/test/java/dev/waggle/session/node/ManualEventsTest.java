package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WhatsAppEvent;
import dev.waggle.session.support.TestCluster;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whatsapp-web.js services hear when somebody stops or restarts a session by hand. */
class ManualEventsTest {

  private static final SessionName SALES = new SessionName("sales");

  private final List<JsonObject> heard = new CopyOnWriteArrayList<>();

  @TempDir Path data;

  private TestCluster cluster;
  private SessionClient client;

  @BeforeEach
  void start() {
    cluster = new TestCluster(data);
    cluster.startNode();
    client = cluster.client();
    await(client.create(SALES, true, SessionConfig.DEFAULT));
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldTellThatItWasDisconnectedByHand() {
    listen(WhatsAppEvent.MANUAL_DISCONNECT);

    await(client.stop(SALES));

    assertThat(awaitOnly().getString("session")).isEqualTo("sales");
    assertThat(awaitOnly().getLong("generation")).isEqualTo(1);
  }

  @Test
  void shouldTellThatItWasReconnectedByHand() {
    listen(WhatsAppEvent.MANUAL_RECONNECT);

    await(client.restart(SALES));

    assertThat(awaitOnly().getLong("generation")).isEqualTo(2);
  }

  private void listen(WhatsAppEvent event) {
    await(
        cluster
            .vertx()
            .eventBus()
            .<JsonObject>consumer(Addresses.whatsApp(event), message -> heard.add(message.body()))
            .completion());
  }

  private JsonObject awaitOnly() {
    Awaitility.await().untilAsserted(() -> assertThat(heard).hasSize(1));
    return heard.get(0);
  }
}
