package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.DemoJvm;
import dev.waggle.it.support.ReadmeWalk;
import dev.waggle.it.support.Viewer;
import dev.waggle.it.support.ZBar;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk, command by command, with a look at what it promises after each. */
class ReadmeWalkTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String ANA = "5511900000001";
  private static final String BRUNO = "5511900000002";

  @TempDir private Path folder;
  private DemoJvm demo;
  private SessionApi api;
  private ReadmeWalk walk;

  @BeforeEach
  void start() throws Exception {
    demo = DemoJvm.start(folder);
    api = demo.api();
    walk =
        ReadmeWalk.read(
            "A walk of five minutes",
            folder,
            Map.of("KEY", DemoJvm.KEY, "API", demo.url(), "PHONES", demo.phonesUrl()));
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void shouldComeTrueStepByStep() throws Exception {
    assertThat(walk.blocks()).as("each block is a step below").hasSize(5);

    startASession();
    lookAtItsQr();
    scanIt();
    sendAMessageOut();
    getAMessageIn();
    stopAndStartAgain();
  }

  private void startASession() throws Exception {
    JsonObject created = new JsonObject(walk.run("/api/sessions -d"));

    assertThat(created.getString("name")).isEqualTo("shop");
    api.awaitStatus("shop", "SCAN_QR_CODE");
    api.awaitQrPng("shop");
  }

  private void lookAtItsQr() throws Exception {
    String inTheTerminal = walk.run("format=ascii");

    assertThat(ZBar.read(ZBar.picture(inTheTerminal))).startsWith("2@");
    assertThat(ZBar.read(Files.readAllBytes(folder.resolve("qr.png")))).startsWith("2@");
  }

  private void scanIt() throws Exception {
    assertThat(walk.run("/scan")).contains("\"name\":\"shop\"");

    JsonObject session = api.awaitStatus("shop", "WORKING");
    assertThat(session.getJsonObject("me").getString("id")).isEqualTo(ANA + "@c.us");
  }

  private void sendAMessageOut() throws Exception {
    String printed = walk.run("/api/sendText");

    assertThat(printed).contains("[");
    JsonArray onBrunosPhone = new JsonArray(printed.substring(printed.indexOf('[')));
    assertThat(onBrunosPhone).hasSize(1);
    assertThat(onBrunosPhone.getJsonObject(0).getString("body")).isEqualTo("Your order is ready");
  }

  private void getAMessageIn() throws Exception {
    try (Viewer viewer = Viewer.watch(demo.url(), DemoJvm.KEY, "waggle.session.shop.events")) {
      walk.run("On my way");

      await().atMost(SOON).until(() -> !viewer.events("message").isEmpty());
      JsonObject message = viewer.events("message").get(0).getJsonObject("data");
      assertThat(message.getString("body")).isEqualTo("On my way");
      assertThat(message.getString("from")).isEqualTo(BRUNO + "@c.us");
    }
  }

  private void stopAndStartAgain() {
    demo.stop();
    demo.start();

    api.awaitStatus("shop", "WORKING");
    api.sendText("shop", BRUNO, "Back again").ok();
    Phone bruno = Phone.create(demo.phonesUrl(), BRUNO, "Bruno");
    await().atMost(SOON).until(() -> bruno.texts().contains("Back again"));
    assertThat(Phone.create(demo.phonesUrl(), ANA, "Ana").devices()).as("scans").hasSize(1);
  }
}
