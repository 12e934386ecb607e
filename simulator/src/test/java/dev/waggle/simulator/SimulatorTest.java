package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.simulator.chat.QrTimings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A stand-in for each class of tests, forgetful between them, with two phones. */
abstract class SimulatorTest {

  static final String ANA = "5511900000001";
  static final String BEN = "5511900000002";

  private static Vertx vertx;
  private static WhatsAppWebSimulator simulator;

  final List<TestPage> pages = new ArrayList<>();
  TestPhones phones;

  @BeforeAll
  static void startSimulator() {
    vertx = Vertx.vertx();
    simulator =
        WhatsAppWebSimulator.start(
            SimulatorConfig.defaults()
                .withTlsPort(SimulatorConfig.OFF)
                .withQrTimings(new QrTimings(60_000, 20_000, 6)));
  }

  @AfterAll
  static void stopSimulator() throws Exception {
    simulator.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @BeforeEach
  void createPhones() throws Exception {
    simulator.reset();
    phones = new TestPhones(simulator.url());
    phones.create(ANA, "Ana");
    phones.create(BEN, "Ben");
  }

  @AfterEach
  void closePages() throws Exception {
    for (TestPage page : pages) {
      page.close();
    }
  }

  TestPage open() throws Exception {
    return open(new TestIdentity());
  }

  TestPage open(TestIdentity identity) throws Exception {
    TestPage page = TestPage.open(vertx, simulator.httpPort(), identity);
    pages.add(page);
    return page;
  }

  /** A page that has been linked; it is not logged in yet. */
  Linked link(String number) throws Exception {
    TestPage page = open();
    String ref = page.register().get(0);
    assertThat(phones.scan(number, page.identity().qrText(ref)).statusCode()).isEqualTo(200);
    JsonObject success = page.next("pair-success");
    page.close();
    return new Linked(page.identity(), success.getString("device"));
  }

  /** A new device of an account, logged in. */
  TestPage online(String number) throws Exception {
    return comeBack(link(number));
  }

  TestPage comeBack(Linked linked) throws Exception {
    TestPage page = open(linked.identity());
    assertThat(page.logIn(linked.device()).containsKey("error")).isFalse();
    page.next("offline-done");
    return page;
  }

  record Linked(TestIdentity identity, String device) {}
}
