package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.it.support.Viewer;
import dev.waggle.simulator.SimulatorConfig;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a stand-in whose QRs live for a second, and whose rounds have three of them. */
class QrRotationTest {

  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir static Path folder;
  private static SingleNode waggle;
  private static SessionApi api;

  @BeforeAll
  static void start() {
    waggle = SingleNode.start(folder, quick(), "session.linking.first-qr-lifetime=1s");
    api = waggle.api();
  }

  @AfterAll
  static void stop() {
    waggle.close();
  }

  @Test
  void shouldTellViewersOfEveryQrAndGiveUpAfterTheLastAttempt() throws Exception {
    try (Viewer viewer =
        Viewer.watch(waggle.node().url(), WaggleJvm.KEY, "waggle.session.tired.room")) {
      api.create("tired", new JsonObject().put("qrMaxAttempts", 5));

      JsonObject session = api.awaitStatus("tired", "FAILED");

      List<JsonObject> qrs =
          viewer.events("session.qr").stream().map(event -> event.getJsonObject("data")).toList();
      assertThat(qrs).extracting(qr -> qr.getString("urlCode")).doesNotHaveDuplicates();
      assertThat(qrs)
          .extracting(qr -> qr.getInteger("attempt"))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 5).boxed().toList());
      assertThat(session.getString("reason")).contains("5");
    }
  }

  @Test
  void shouldLeaveNoBrowserBehindWhenNobodyScans() {
    api.create("ignored", new JsonObject().put("qrMaxAttempts", 1));

    api.awaitStatus("ignored", "FAILED");

    await()
        .atMost(SOON)
        .until(() -> Leftovers.processesNaming(folder.resolve("data/profiles/ignored")).isEmpty());
  }

  @Test
  void shouldStartAgainAfterItGaveUp() {
    api.create("again", new JsonObject().put("qrMaxAttempts", 1));
    api.awaitStatus("again", "FAILED");

    api.order("again", "start");

    api.awaitStatus("again", "SCAN_QR_CODE");
  }

  private static SimulatorConfig quick() {
    return SimulatorConfig.defaults()
        .withQrTimings(new dev.waggle.simulator.chat.QrTimings(1_500, 1_000, 3));
  }
}
