package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
  void shouldKeepMessagesForADeviceThatIsAwayInTheirOrder() throws Exception {
    Linked linked = link(ANA);
    for (int i = 0; i < 20; i++) {
      phones.write(BEN, ANA, "number " + i);
    }

    TestPage ana = open(linked.identity());
    assertThat(ana.logIn(linked.device()).getInteger("offline")).isEqualTo(20);
    for (int i = 0; i < 20; i++) {
      JsonObject msg = ana.receive();
      assertThat(msg.getString("body")).isEqualTo("number " + i);
      assertThat(msg.getBoolean("offline")).isTrue();
    }
    assertThat(ana.next("offline-done").getInteger("count")).isEqualTo(20);

    ana.sync();
    JsonObject book = phones.book(linked.device());
    assertThat(book.getInteger("received")).isEqualTo(20);
    assertThat(book.getInteger("outOfOrder")).isZero();
    assertThat(book.getInteger("duplicated")).isZero();
  }

  @Test
  void shouldBringWhatWasNotReceivedAgain() throws Exception {
    Linked linked = link(ANA);
    TestPage first = comeBack(linked);
    phones.write(BEN, ANA, "lost on the way");
    first.next("message");
    first.close();

    TestPage second = open(linked.identity());
    second.logIn(linked.device());

    assertThat(second.receive().getString("body")).isEqualTo("lost on the way");
    second.sync();
    assertThat(phones.book(linked.device()).getInteger("redelivered")).isEqualTo(1);
    assertThat(phones.book(linked.device()).getInteger("duplicated")).isZero();
  }

  @Test
  void shouldBringWhatWasReceivedOnlyOnce() throws Exception {
    Linked linked = link(ANA);
    TestPage first = comeBack(linked);
    phones.write(BEN, ANA, "once");
    first.receive();
    first.sync();
    first.close();

    assertThat(open(linked.identity()).logIn(linked.device()).getInteger("offline")).isZero();
  }

  @Test
  void shouldRepeatReceiptsUntilTheDeviceHasThem() throws Exception {
    Linked linked = link(ANA);
    TestPage first = comeBack(linked);
    first.send("M1", BEN, "hello");
    first.next("receipt");
    first.close();

    TestPage second = open(linked.identity());
    second.logIn(linked.device());
    assertThat(second.next("receipt").getJsonArray("ids")).containsExactly("M1");
    second.say(TestPage.about("receipt-received", "M1").put("ack", 2));
    second.sync();
    second.close();

    TestPage third = comeBack(linked);
    assertThat(third.unseen("receipt")).isZero();
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
  void shouldCountMessagesReceivedOutOfOrder() throws Exception {
    Linked linked = link(ANA);
    TestPage ana = comeBack(linked);
    phones.write(BEN, ANA, "one");
    phones.write(BEN, ANA, "two");
    String one = ana.next("message").getJsonObject("msg").getString("id");
    String two = ana.next("message").getJsonObject("msg").getString("id");

    ana.say(TestPage.about("received", two));
    ana.say(TestPage.about("received", one));
    ana.say(TestPage.about("received", "NEVER"));
    ana.sync();

    assertThat(phones.book(linked.device()).getInteger("outOfOrder")).isEqualTo(1);
    assertThat(phones.book(linked.device()).getInteger("stray")).isEqualTo(1);
  }

  @Test
  void shouldCountWhatWaitsForADeviceThatIsUnlinkedAsLost() throws Exception {
    Linked linked = link(ANA);
    phones.write(BEN, ANA, "never seen");

    phones.post("/phones/" + ANA + "/unlink", new JsonObject().put("device", linked.device()));

    assertThat(phones.book(linked.device()).getInteger("lost")).isEqualTo(1);
    assertThat(phones.get("/books").getJsonObject("totals").getInteger("lost")).isEqualTo(1);
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
  void shouldCarryMediaFromADeviceToAPhone() throws Exception {
    TestPage ana = online(ANA);
    byte[] bytes = "a document".getBytes(StandardCharsets.UTF_8);
    String path =
        new JsonObject(phones.call("POST", "/mms/upload", bytes).body()).getString("directPath");

    JsonObject msg =
        new JsonObject()
            .put("id", "M1")
            .put("to", BEN + "@c.us")
            .put("type", "document")
            .put("mimetype", "text/plain")
            .put("filename", "note.txt")
            .put("caption", "read this")
            .put("directPath", path)
            .put("size", bytes.length);
    ana.ask(new JsonObject().put("type", "send").put("msg", msg));

    JsonObject got = phones.lastMessage(BEN);
    assertThat(got.getString("caption")).isEqualTo("read this");
    assertThat(got.getString("filename")).isEqualTo("note.txt");
    assertThat(phones.call("GET", got.getString("directPath"), null).body())
        .isEqualTo("a document");
  }

  @Test
  void shouldCarryMediaFromAPhoneToADevice() throws Exception {
    TestPage ana = online(ANA);
    JsonObject media =
        new JsonObject()
            .put("mimetype", "image/png")
            .put("filename", "bee.png")
            .put("data", TestIdentity.base64(new byte[] {1, 2, 3}));

    phones.post(
        "/phones/" + BEN + "/messages",
        new JsonObject().put("to", ANA).put("media", media).put("caption", "a bee"));

    JsonObject msg = ana.receive();
    assertThat(msg.getString("type")).isEqualTo("image");
    assertThat(msg.getString("caption")).isEqualTo("a bee");
    assertThat(msg.getInteger("size")).isEqualTo(3);
    HttpResponse<String> bytes = phones.call("GET", msg.getString("directPath"), null);
    assertThat(bytes.headers().firstValue("content-type")).contains("image/png");
  }

  @Test
  void shouldCarryAGroupMessageToEveryMember() throws Exception {
    phones.create("5511900000003", "Cleo");
    JsonObject group =
        phones.post(
            "/groups",
            new JsonObject()
                .put("subject", "Hive")
                .put("participants", new JsonArray().add(ANA).add(BEN).add("5511900000003")));
    TestPage ana = online(ANA);
    TestPage ben = online(BEN);

    ana.send("M1", group.getString("id"), "all of you");

    JsonObject msg = ben.receive();
    assertThat(msg.getString("from")).isEqualTo(group.getString("id"));
    assertThat(msg.getString("participant")).isEqualTo(ANA + "@c.us");
    assertThat(phones.lastMessage("5511900000003").getString("body")).isEqualTo("all of you");
    assertThat(ana.next("receipt").getString("participant")).isEqualTo(BEN + "@c.us");
    assertThat(phones.lastMessage(ANA).getInteger("ack")).isEqualTo(2);
  }

  @Test
  void shouldAnnounceACall() throws Exception {
    TestPage ana = online(ANA);

    phones.post("/phones/" + ANA + "/calls", new JsonObject().put("from", BEN).put("video", true));

    JsonObject call = ana.next("call").getJsonObject("call");
    assertThat(call.getString("from")).isEqualTo(BEN + "@c.us");
    assertThat(call.getBoolean("video")).isTrue();
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
