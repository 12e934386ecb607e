package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  private static final String ANA = "5511900000001";
  private static final String BEN = "5511900000002";

  @TempDir Path folder;
  private Vertx vertx;
  private SimulatorConfig config;

  @BeforeEach
  void prepare() {
    vertx = Vertx.vertx();
    config =
        SimulatorConfig.defaults()
            .withTlsPort(SimulatorConfig.OFF)
            .withStateFile(folder.resolve("below").resolve("state.json"));
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldKnowALinkedDeviceAndWhatWaitsForItAfterARestart() throws Exception {
    TestIdentity identity = new TestIdentity();
    try (WhatsAppWebSimulator simulator = WhatsAppWebSimulator.start(config)) {
      TestPhones phones = new TestPhones(simulator.url());
      phones.create(ANA, "Ana");
      phones.create(BEN, "Ben");
      link(simulator, phones, identity);
      phones.write(BEN, ANA, "kept for you");
    }

    try (WhatsAppWebSimulator simulator = WhatsAppWebSimulator.start(config);
        TestPage page = TestPage.open(vertx, simulator.httpPort(), identity)) {
      JsonObject reply = page.logIn(ANA + ":1@c.us");

      assertThat(reply.getString("pushName")).isEqualTo("Ana");
      assertThat(page.receive().getString("body")).isEqualTo("kept for you");
      assertThat(new TestPhones(simulator.url()).lastMessage(BEN).getInteger("ack")).isEqualTo(2);
    }
  }

  @Test
  void shouldNotGiveADeviceNumberOutAgainAfterARestart() throws Exception {
    try (WhatsAppWebSimulator simulator = WhatsAppWebSimulator.start(config)) {
      TestPhones phones = new TestPhones(simulator.url());
      phones.create(ANA, "Ana");
      link(simulator, phones, new TestIdentity());
      phones.post("/phones/" + ANA + "/unlink", new JsonObject());
    }

    try (WhatsAppWebSimulator simulator = WhatsAppWebSimulator.start(config)) {
      TestPhones phones = new TestPhones(simulator.url());
      link(simulator, phones, new TestIdentity());

      assertThat(phones.list("/phones/" + ANA + "/devices").getJsonObject(0).getString("device"))
          .isEqualTo(ANA + ":2@c.us");
    }
  }

  private void link(WhatsAppWebSimulator simulator, TestPhones phones, TestIdentity identity)
      throws Exception {
    try (TestPage page = TestPage.open(vertx, simulator.httpPort(), identity)) {
      phones.scan(ANA, identity.qrText(page.register().get(0)));
      page.next("pair-success");
    }
  }

  @Test
  void shouldSayThatItCannotReadADamagedFile() throws Exception {
    Path file = config.stateFile().orElseThrow();
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{ not json");

    assertThatThrownBy(() -> WhatsAppWebSimulator.start(config))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("could not start");
  }
}
