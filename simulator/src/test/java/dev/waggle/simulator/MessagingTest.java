package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MessagingTest extends SimulatorTest {

  @Test
  void shouldBringAMessageToThePhoneAndTheReceiptsBack() throws Exception {
    TestPage ana = online(ANA);

    assertThat(ana.send("M1", BEN + "@c.us", "hello").getInteger("ack")).isEqualTo(1);

    JsonObject delivered = ana.next("receipt");
    assertThat(delivered.getInteger("ack")).isEqualTo(2);
    assertThat(delivered.getJsonArray("ids")).containsExactly("M1");
    assertThat(delivered.getString("from")).isEqualTo(BEN + "@c.us");
    assertThat(phones.lastMessage(BEN).getString("body")).isEqualTo("hello");
  }

  @Test
  void shouldTellTheWriterThatItsMessageWasReadAndPlayed() throws Exception {
    TestPage ana = online(ANA);
    ana.send("M1", BEN, "hello");
    ana.next("receipt");

    phones.post("/phones/" + BEN + "/read", new JsonObject().put("from", ANA));
    assertThat(ana.next("receipt").getInteger("ack")).isEqualTo(3);
    phones.post(
        "/phones/" + BEN + "/played", new JsonObject().put("ids", new JsonArray().add("M1")));
    assertThat(ana.next("receipt").getInteger("ack")).isEqualTo(4);
    assertThat(phones.lastMessage(ANA).getInteger("ack")).isEqualTo(4);
  }

  @Test
  void shouldHoldBackTheReceiptWhileThePhoneIsOutOfReach() throws Exception {
    setOffline(BEN, true);
    TestPage ana = online(ANA);
    ana.send("M1", BEN, "hello");
    ana.sync();
    assertThat(ana.unseen("receipt")).isZero();
    assertThat(phones.list("/phones/" + BEN + "/messages")).isEmpty();

    setOffline(BEN, false);

    assertThat(ana.next("receipt").getInteger("ack")).isEqualTo(2);
    assertThat(phones.lastMessage(BEN).getString("body")).isEqualTo("hello");
  }

  @Test
  void shouldBringAMessageOfAStrangerToTheDevice() throws Exception {
    TestPage ana = online(ANA);

    phones.post(
        "/phones/" + ANA + "/messages",
        new JsonObject().put("from", "+5511900000077").put("text", "who are you?"));

    JsonObject msg = ana.receive();
    assertThat(msg.getString("from")).isEqualTo("5511900000077@c.us");
    assertThat(msg.getString("to")).isEqualTo(ANA + "@c.us");
    assertThat(msg.getBoolean("fromMe")).isFalse();
    assertThat(msg.getString("pushName")).isEqualTo("5511900000077");
    assertThat(msg.getBoolean("offline")).isFalse();
  }

  @Test
  void shouldShowTheDeviceWhatItsOwnPhoneWrote() throws Exception {
    TestPage ana = online(ANA);

    phones.write(ANA, BEN, "from my phone");

    JsonObject msg = ana.receive();
    assertThat(msg.getBoolean("fromMe")).isTrue();
    assertThat(msg.getString("to")).isEqualTo(BEN + "@c.us");
  }

  @Test
  void shouldCarryMessagesBetweenTwoLinkedAccounts() throws Exception {
    TestPage ana = online(ANA);
    TestPage ben = online(BEN);

    ana.send("M1", BEN, "ping");
    assertThat(ben.receive().getString("body")).isEqualTo("ping");
    ben.say(TestPage.about("read", "M1").put("from", ANA + "@c.us"));

    assertThat(ana.next("receipt").getInteger("ack")).isEqualTo(2);
    assertThat(ana.next("receipt").getInteger("ack")).isEqualTo(3);
  }

  @Test
  void shouldDeliverAnIdThatIsSentTwiceOnce() throws Exception {
    Linked linked = link(ANA);
    TestPage ana = comeBack(linked);

    ana.send("M1", BEN, "hello");
    assertThat(ana.send("M1", BEN, "hello").getInteger("ack")).isEqualTo(1);

    assertThat(phones.list("/phones/" + BEN + "/messages")).hasSize(1);
    assertThat(phones.book(linked.device()).getInteger("sent")).isEqualTo(1);
    assertThat(phones.book(linked.device()).getInteger("sentTwice")).isEqualTo(1);
  }

  @Test
  void shouldRefuseASendToANumberThatIsNotOnWhatsApp() throws Exception {
    TestPage ana = online(ANA);

    JsonObject reply = ana.send("M1", "5511999999999@c.us", "anybody?");

    assertThat(reply.getJsonObject("error").getInteger("code")).isEqualTo(404);
  }

  @Test
  void shouldKnowWhichNumbersExist() throws Exception {
    TestPage ana = online(ANA);
    JsonObject question = new JsonObject().put("type", "exists");

    JsonObject ben = ana.ask(question.copy().put("wid", BEN + "@c.us"));
    assertThat(ben.getBoolean("exists")).isTrue();
    assertThat(ana.ask(question.copy().put("wid", ben.getString("lid"))).getString("wid"))
        .isEqualTo(BEN + "@c.us");
    assertThat(ana.ask(question.copy().put("wid", "5511999999999@c.us")).getBoolean("exists"))
        .isFalse();
  }

  @Test
  void shouldSayThatAMessageNeedsOneDirection() throws Exception {
    HttpResponse<String> answer =
        phones.tryPost("/phones/" + ANA + "/messages", new JsonObject().put("text", "to whom?"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("detail")).contains("'to'", "'from'");
  }

  private void setOffline(String number, boolean offline) throws Exception {
    phones.post("/phones", new JsonObject().put("number", number).put("offline", offline));
  }
}
