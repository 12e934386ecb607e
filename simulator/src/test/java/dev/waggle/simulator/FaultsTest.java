package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultsTest extends SimulatorTest {

  @Test
  void shouldCutTheConnectionsAndLetThemComeBackWhenTheCountIsUsedUp() throws Exception {
    Linked linked = link(ANA);
    TestPage page = comeBack(linked);

    phones.fault("dropConnections", new JsonObject().put("count", 1));

    page.awaitClosed();
    assertThat(page.closeCode()).isEqualTo(1006);
    comeBack(linked).sync();
  }

  @Test
  void shouldLetNobodyConnectWhileConnectionsAreDropped() throws Exception {
    phones.fault("dropConnections", true);

    open().awaitClosed();
  }

  @Test
  void shouldDelayAnswers() throws Exception {
    TestPage page = online(ANA);
    phones.fault("delayAnswersMs", 300);

    long start = System.nanoTime();
    page.sync();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void shouldKeepTheOrderOfFramesWhileAnswersAreDelayed() throws Exception {
    Linked linked = link(ANA);
    phones.write(BEN, ANA, "waiting");
    phones.fault("delayAnswersMs", new JsonObject().put("ms", 200).put("count", 1));
    TestPage page = open(linked.identity());
    byte[] nonce = page.nonce();

    page.say(linked.identity().login(linked.device(), nonce).put("id", 99));

    page.next("offline-done");
    assertThat(page.unseen("reply")).isEqualTo(1);
    assertThat(page.unseen("message")).isEqualTo(1);
  }

  @Test
  void shouldRefuseSendsWithTheCodeWanted() throws Exception {
    TestPage page = online(ANA);
    phones.fault("refuseSends", new JsonObject().put("code", 463).put("count", 1));

    JsonObject refused = page.send("M1", BEN, "refused");
    JsonObject accepted = page.send("M1", BEN, "accepted");

    assertThat(refused.getJsonObject("error").getInteger("code")).isEqualTo(463);
    assertThat(accepted.getInteger("ack")).isEqualTo(1);
    assertThat(phones.list("/phones/" + BEN + "/messages")).hasSize(1);
  }

  @Test
  void shouldLogOutTheDeviceNamed() throws Exception {
    Linked linked = link(ANA);
    TestPage page = comeBack(linked);

    phones.fault("logOut", new JsonObject().put("device", linked.device()).put("count", 1));

    page.next("logged-out");
    assertThat(phones.list("/phones/" + ANA + "/devices")).isEmpty();
  }

  @Test
  void shouldTellOfAConflictUntilThePageTakesOver() throws Exception {
    Linked linked = link(ANA);
    TestPage page = comeBack(linked);
    phones.fault("conflict", true);
    page.next("conflict");

    TestPage second = open(linked.identity());
    byte[] nonce = second.nonce();
    JsonObject reply =
        second.ask(linked.identity().login(linked.device(), nonce).put("takeover", true));

    assertThat(reply.containsKey("error")).isFalse();
  }

  @Test
  void shouldTellOfABlockAtOnceAndAtTheNextLogin() throws Exception {
    Linked linked = link(ANA);
    TestPage page = comeBack(linked);

    phones.fault("termsBlock", "SMB_TOS_BLOCK");

    assertThat(page.next("block").getString("kind")).isEqualTo("SMB_TOS_BLOCK");
    page.awaitClosed();
    TestPage second = open(linked.identity());
    JsonObject reply = second.logIn(linked.device());
    assertThat(reply.getJsonObject("error").getInteger("code")).isEqualTo(403);
    assertThat(second.next("block").getString("kind")).isEqualTo("SMB_TOS_BLOCK");
  }

  @Test
  void shouldTellANewPageThatItIsTooOld() throws Exception {
    phones.fault("deprecatedVersion", true);
    TestPage page = open();

    page.ask(page.identity().register());

    assertThat(page.next("block").getString("kind")).isEqualTo("DEPRECATED_VERSION");
  }

  @Test
  void shouldDemandAPasskeyInPlaceOfLinking() throws Exception {
    phones.fault("passkeyDemanded", new JsonObject().put("number", ANA));
    TestPage page = open();
    String code = page.identity().qrText(page.register().get(0));

    assertThat(phones.scan(ANA, code).statusCode()).isEqualTo(409);

    page.next("passkey-required");
    assertThat(phones.list("/phones/" + ANA + "/devices")).isEmpty();
    assertThat(phones.scan(BEN, code).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldUnlinkTheDeviceThatLeavesWhatsNewOpen() throws Exception {
    TestPage page = online(ANA);

    phones.fault("whatsNewModal", new JsonObject().put("unlinkAfterMs", 100));

    assertThat(page.next("modal").getString("kind")).isEqualTo("whats-new");
    page.next("logged-out");
  }

  @Test
  void shouldKeepTheDeviceThatDismissesWhatsNew() throws Exception {
    TestPage page = online(ANA);
    TestPage heedless = online(BEN);
    phones.fault("whatsNewModal", new JsonObject().put("unlinkAfterMs", 1000));
    page.next("modal");

    page.say(new JsonObject().put("type", "modal-dismissed").put("kind", "whats-new"));

    // Both were shown it at once: when the time of the one is over, so is the other's.
    heedless.next("logged-out");
    page.sync();
    assertThat(phones.list("/phones/" + ANA + "/devices")).hasSize(1);
  }

  @Test
  void shouldGivePagesNewRefsWhenTheTimesChange() throws Exception {
    TestPage page = open();
    page.register();

    phones.fault("qrTimings", new JsonObject().put("firstMs", 500).put("nextMs", 250));

    JsonObject refs = page.next("refs");
    assertThat(refs.getLong("firstTtl")).isEqualTo(500);
    assertThat(refs.getLong("ttl")).isEqualTo(250);
    phones.call("DELETE", "/faults", null);
    assertThat(page.next("refs").getLong("firstTtl")).isEqualTo(60_000);
  }

  @Test
  void shouldRefuseARefThatAStoppedPageShowsForTooLong() throws Exception {
    TestPage page = open();
    page.register();
    phones.post(
        "/faults",
        new JsonObject()
            .put("qrTimings", new JsonObject().put("firstMs", 1).put("nextMs", 1))
            .put("stopRotating", true));
    JsonObject refs = page.next("refs");
    String ref = TestPage.refs(refs).get(0);
    page.show(ref);

    assertThat(refs.getLong("firstTtl")).isGreaterThan(1_000_000);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> phones.get("/offers").getJsonArray("qrs").isEmpty());
    assertThat(phones.scan(ANA, page.identity().qrText(ref)).statusCode()).isEqualTo(410);
  }

  @Test
  void shouldCountMessagesThatItDeliversTwice() throws Exception {
    Linked linked = link(ANA);
    TestPage page = comeBack(linked);
    phones.fault("duplicateDeliveries", new JsonObject().put("count", 1));

    phones.write(BEN, ANA, "twice");

    String first = page.receive().getString("id");
    assertThat(page.next("message").getJsonObject("msg").getString("id")).isEqualTo(first);
    assertThat(phones.book(linked.device()).getInteger("duplicated")).isEqualTo(1);
  }

  @Test
  void shouldAnswerALogoutBeforeItClosesThoughAnswersAreDelayed() throws Exception {
    TestPage page = online(ANA);
    phones.fault("delayAnswersMs", 100);

    assertThat(page.ask("logout").containsKey("error")).isFalse();
    page.awaitClosed();
  }
}
