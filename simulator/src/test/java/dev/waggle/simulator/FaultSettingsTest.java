package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultSettingsTest extends SimulatorTest {

  @Test
  void shouldCutOnlyTheConnectionsOfTheNumberNamed() throws Exception {
    TestPage ana = online(ANA);
    TestPage ben = online(BEN);

    phones.fault("dropConnections", new JsonObject().put("number", ANA));

    ana.awaitClosed();
    ben.sync();
    assertThat(ben.isClosed()).isFalse();
  }

  @Test
  void shouldEndAFaultWhenItsTimeIsOver() throws Exception {
    phones.fault("passkeyDemanded", new JsonObject().put("durationMs", 700));
    assertThat(phones.get("/faults").getValue("passkeyDemanded")).isNotEqualTo(false);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> phones.get("/faults").getValue("passkeyDemanded").equals(false));
  }

  @Test
  void shouldSayWhichFaultsThereAre() throws Exception {
    HttpResponse<String> answer = phones.tryPost("/faults", new JsonObject().put("explode", true));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("explode", "dropConnections", "duplicateDeliveries");
  }

  @Test
  void shouldRefuseASettingThatTheFaultDoesNotHave() throws Exception {
    JsonObject body = new JsonObject().put("logOut", new JsonObject().put("colour", "red"));

    assertThat(phones.tryPost("/faults", body).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldRefuseValuesThatMakeNoSense() throws Exception {
    assertThat(statusOf("termsBlock", "NO_SUCH_BLOCK")).isEqualTo(400);
    assertThat(statusOf("qrTimings", new JsonObject().put("firstMs", 0))).isEqualTo(400);
    assertThat(statusOf("logOut", new JsonObject().put("count", 0))).isEqualTo(400);
    assertThat(statusOf("delayAnswersMs", "long")).isEqualTo(400);
    assertThat(statusOf("conflict", 7)).isEqualTo(400);
  }

  private int statusOf(String fault, Object value) throws Exception {
    return phones.tryPost("/faults", new JsonObject().put(fault, value)).statusCode();
  }

  @Test
  void shouldEndAllFaultsAtOnce() throws Exception {
    phones.fault("refuseSends", true);

    JsonObject after = new JsonObject(phones.call("DELETE", "/faults", null).body());

    assertThat(after.stream()).allMatch(fault -> fault.getValue().equals(false));
  }
}
