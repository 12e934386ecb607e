package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class AwayDeviceTest extends SimulatorTest {

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
}
