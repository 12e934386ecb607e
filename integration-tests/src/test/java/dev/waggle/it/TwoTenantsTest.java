package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.OnSharedCluster;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two tenants, linking and writing at the same time, each listening to its own and reaching for the
 * other's on both gateways and through both doors.
 */
@OnSharedCluster
class TwoTenantsTest {

  private static final String RED_SAYS = "red as a rose";
  private static final String BLUE_SAYS = "blue as the sea";

  private static ClusterJvms cluster;
  private static Tenant red;
  private static Tenant blue;

  @BeforeAll
  static void linkAndWrite(ClusterJvms shared) throws Exception {
    cluster = shared;
    red = new Tenant(cluster, "tenant-red");
    blue = new Tenant(cluster, "tenant-blue");
    for (Tenant tenant : List.of(red, blue)) {
      tenant.listen();
    }
    red.reachFor(blue.session());
    blue.reachFor(red.session());
    red.api(cluster.first()).createAndStart(red.session());
    blue.api(cluster.second()).createAndStart(blue.session());
    red.api(cluster.second()).scan(red.session(), red.phone());
    blue.api(cluster.first()).scan(blue.session(), blue.phone());
    Phone customer = cluster.standIn().phone("Customer of both");
    customer.write(red.phone().number(), RED_SAYS);
    customer.write(blue.phone().number(), BLUE_SAYS);
    red.api(cluster.first()).sendText(red.session(), customer.number(), RED_SAYS).ok();
    blue.api(cluster.first()).sendText(blue.session(), customer.number(), BLUE_SAYS).ok();
  }

  @AfterAll
  static void leaveNothing() {
    red.close();
    blue.close();
  }

  @Test
  void shouldHearTheirOwnOnBothGatewaysThroughBothDoors() {
    red.awaitEverywhere(RED_SAYS);
    blue.awaitEverywhere(BLUE_SAYS);
  }

  @Test
  void shouldBeRefusedTheOthersByEveryName() {
    assertThat(red.awaitRefusals()).isEqualTo(32);
    assertThat(blue.awaitRefusals()).isEqualTo(32);
  }

  @Test
  void shouldHearNothingOfTheOther() {
    red.awaitEverywhere(RED_SAYS);
    blue.awaitEverywhere(BLUE_SAYS);

    assertNothingOf(blue, BLUE_SAYS, red.news());
    assertNothingOf(red, RED_SAYS, blue.news());
  }

  @Test
  void shouldSeeNothingOfTheOtherByHttp() {
    for (WaggleJvm gateway : List.of(cluster.first(), cluster.second())) {
      Json asRed = red.api(gateway).http();

      assertThat(asRed.get("/api/sessions/" + blue.session()).status()).isEqualTo(403);
      assertThat(asRed.get("/api/" + blue.session() + "/auth/qr").status()).isEqualTo(403);
      assertThat(asRed.delete("/api/sessions/" + blue.session()).status()).isEqualTo(403);
      assertThat(asRed.get("/api/sessions").ok().text())
          .contains(red.session())
          .doesNotContain(blue.session());
      assertThat(asRed.get("/api/devices").ok().text()).doesNotContain(blue.session());
    }
  }

  private static void assertNothingOf(Tenant other, String says, List<JsonObject> news) {
    assertThat(news)
        .extracting(JsonObject::encode)
        .noneMatch(frame -> frame.contains(other.session()))
        .noneMatch(frame -> frame.contains(other.phone().number()))
        .noneMatch(frame -> frame.contains(says));
  }
}
