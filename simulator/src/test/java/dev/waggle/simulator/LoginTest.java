package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class LoginTest extends SimulatorTest {

  @Test
  void shouldLetTheLinkedDeviceComeBack() throws Exception {
    Linked linked = link(ANA);

    JsonObject reply = open(linked.identity()).logIn(linked.device());

    assertThat(reply.getString("pushName")).isEqualTo("Ana");
    assertThat(reply.getInteger("offline")).isZero();
  }

  @Test
  void shouldTurnAwayWhoSignsWithAnotherKey() throws Exception {
    Linked linked = link(ANA);
    TestPage page = open(linked.identity());
    byte[] nonce = page.nonce();
    JsonObject login = linked.identity().login(linked.device(), nonce);
    login.put("signature", new TestIdentity().login(linked.device(), nonce).getString("signature"));

    assertThat(errorCode(page.ask(login))).isEqualTo(401);
    page.awaitClosed();
  }

  @Test
  void shouldTurnAwayWhoSignsTheChallengeOfAnotherConnection() throws Exception {
    Linked linked = link(ANA);
    byte[] other = open(linked.identity()).nonce();
    TestPage page = open(linked.identity());

    assertThat(errorCode(page.ask(linked.identity().login(linked.device(), other)))).isEqualTo(401);
  }

  @Test
  void shouldTurnAwayWhoHasLostTheNoiseInfo() throws Exception {
    Linked linked = link(ANA);
    TestPage page = open(linked.identity());
    byte[] nonce = page.nonce();
    JsonObject login = linked.identity().login(linked.device(), nonce, new byte[32]);

    assertThat(errorCode(page.ask(login))).isEqualTo(401);
  }

  @Test
  void shouldTurnAwayADeviceThatIsUnknown() throws Exception {
    assertThat(errorCode(open().logIn(ANA + ":9@c.us"))).isEqualTo(401);
  }

  @Test
  void shouldTellTheOlderConnectionOfTheConflictAndCountBoth() throws Exception {
    Linked linked = link(ANA);
    TestPage older = comeBack(linked);

    TestPage newer = comeBack(linked);

    older.next("conflict");
    older.awaitClosed();
    assertThat(older.closeCode()).isEqualTo(1000);
    newer.sync();
    assertThat(phones.book(linked.device()).getInteger("maxConnections")).isEqualTo(2);
  }

  @Test
  void shouldCountOneConnectionWhenTheOlderHadLeft() throws Exception {
    Linked linked = link(ANA);
    comeBack(linked).close();
    await().until(() -> phones.book(linked.device()).getInteger("connections").equals(0));

    comeBack(linked);

    JsonObject book = phones.book(linked.device());
    assertThat(book.getInteger("maxConnections")).isEqualTo(1);
    assertThat(book.getInteger("logins")).isEqualTo(2);
    assertThat(book.getInteger("scans")).isEqualTo(1);
  }

  @Test
  void shouldLogOutTheDeviceThatThePhoneUnlinks() throws Exception {
    Linked linked = link(ANA);
    TestPage page = comeBack(linked);

    JsonObject answer = phones.post("/phones/" + ANA + "/unlink", new JsonObject());

    assertThat(answer.getInteger("unlinked")).isEqualTo(1);
    assertThat(page.next("logged-out").getInteger("code")).isEqualTo(401);
    page.awaitClosed();
    assertThat(errorCode(open(linked.identity()).logIn(linked.device()))).isEqualTo(401);
  }

  @Test
  void shouldForgetTheDeviceThatLogsItselfOut() throws Exception {
    TestPage page = online(ANA);

    assertThat(page.ask("logout").containsKey("error")).isFalse();

    page.awaitClosed();
    assertThat(phones.list("/phones/" + ANA + "/devices")).isEmpty();
  }

  @Test
  void shouldNeverGiveADeviceNumberOutAgain() throws Exception {
    link(ANA);
    phones.post("/phones/" + ANA + "/unlink", new JsonObject());

    assertThat(link(ANA).device()).isEqualTo(ANA + ":2@c.us");
  }

  @Test
  void shouldRefuseASendBeforeTheLogin() throws Exception {
    assertThat(errorCode(open().send("A1", BEN, "too early"))).isEqualTo(401);
  }

  private static int errorCode(JsonObject reply) {
    assertThat(reply.containsKey("error")).as(reply.encode()).isTrue();
    return reply.getJsonObject("error").getInteger("code");
  }
}
