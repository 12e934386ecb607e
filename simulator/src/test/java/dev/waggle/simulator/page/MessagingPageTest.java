package dev.waggle.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagingPageTest extends PageTest {

  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private static final String SEND_TEXT =
      "({ to, text, id }) => WPP.chat.sendTextMessage(to, text,"
          + " { createChat: true, linkPreview: false, messageId: `true_${to}_${id}` })";
  private static final String SEND_FILE =
      "({ to, data, ...options }) => WPP.chat.sendFileMessage(to, data, options)";

  private static final String HAS_MESSAGES =
      "async id => window.WPP && WPP.isFullReady"
          + " && (await WPP.chat.getMessages(id, { count: -1 }).catch(() => [])).length > 0";

  private static JsonObject send(DrivenPage page, String text, String id) {
    return page.call(SEND_TEXT, Map.of("to", StandIn.BEN_ID, "text", text, "id", id));
  }

  @Test
  void shouldSendATextUnderTheIdItWasGivenAndTellWhatBecomesOfIt() {
    DrivenPage page = openLinked();

    JsonObject sent = send(page, "hello", "3EB0AA");
    standIn.benReads();
    page.awaitEvent("chat.msg_ack_change", "\"ack\":3");

    assertThat(sent.getString("id")).isEqualTo("true_" + StandIn.BEN_ID + "_3EB0AA");
    assertThat(sent.getJsonObject("sendMsgResult").getString("messageSendResult")).isEqualTo("OK");
    assertThat(page.events("chat.msg_ack_change").map(DrivenPage.Event::json))
        .extracting(json -> new JsonObject(json).getInteger("ack"))
        .containsExactly(1, 2, 3);
    assertThat(standIn.messagesOfBen().getJsonObject(0).getString("body")).isEqualTo("hello");
  }

  @Test
  void shouldDeliverOnceWhatIsSentTwiceUnderOneId() {
    DrivenPage page = openLinked();

    send(page, "once", "3EB0AB");
    send(page, "once", "3EB0AB");

    assertThat(standIn.messagesOfBen()).hasSize(1);
  }

  @Test
  void shouldSendWhatWasWrittenDuringADropWhenItIsBack() {
    DrivenPage page = openLinked();
    standIn.fault("dropConnections", new JsonObject().put("durationMs", 1000));

    JsonObject sent = send(page, "through the drop", "3EB0AE");

    assertThat(sent.getInteger("ack")).isEqualTo(1);
    assertThat(standIn.messagesOfBen()).hasSize(1);
  }

  @Test
  void shouldSendAfterARestartWhatCouldNotGoOutBefore() {
    DrivenPage page = openLinked();
    standIn.fault("dropConnections", true);
    page.page()
        .evaluate(
            "to => { WPP.chat.sendTextMessage(to, 'later', { createChat: true }); }",
            StandIn.BEN_ID);
    page.awaitEvent("chat.new_message", "later");
    close(page);
    standIn.fault("dropConnections", false);

    DrivenPage back = open();

    back.await(() -> standIn.messagesOfBen().size() == 1);
  }

  @Test
  void shouldShowOnceWhatTheServerDeliversTwice() {
    DrivenPage page = openLinked();
    standIn.fault("duplicateDeliveries", true);

    standIn.benWrites("twice");
    standIn.benWrites("and again");
    page.awaitEvent("chat.new_message", "and again");

    assertThat(page.events("chat.new_message")).hasSize(2);
  }

  @Test
  void shouldTellTheAckOfAMessageUnderTheLidItWasSentTo() {
    DrivenPage page = openLinked();
    String lid = standIn.lidOfBen();

    String id =
        page.call("to => WPP.chat.sendTextMessage(to, 'hi', { createChat: true })", lid)
            .getString("id");

    assertThat(id).contains(lid);
    page.awaitEvent("chat.msg_ack_change", "{\"ack\":2,\"ids\":[\"" + id);
  }

  @Test
  void shouldExchangeMessagesInAGroup() {
    DrivenPage page = openLinked();
    String group = standIn.createGroup();

    page.call("to => WPP.chat.sendTextMessage(to, 'to all', { createChat: true })", group);
    standIn.benWrites(group, "to all as well");

    page.awaitEvent("chat.new_message", "to all as well");
    assertThat(standIn.messagesOfBen().getJsonObject(0).getString("chat")).isEqualTo(group);
  }

  @Test
  void shouldTellThatTheServerRefusedAMessage() {
    DrivenPage page = openLinked();
    standIn.faultOnce("refuseSends");

    JsonObject sent = send(page, "no", "3EB0AC");

    assertThat(sent.getInteger("ack")).isEqualTo(-1);
    assertThat(sent.getJsonObject("sendMsgResult").getString("messageSendResult"))
        .isEqualTo("ERROR_UNKNOWN");
  }

  @Test
  void shouldSendAPictureWithItsCaption() {
    DrivenPage page = openLinked();

    page.call(
        SEND_FILE,
        Map.of(
            "to",
            StandIn.BEN_ID,
            "data",
            "data:image/png;base64," + PNG,
            "type",
            "image",
            "caption",
            "look",
            "createChat",
            true));

    JsonObject arrived = standIn.messagesOfBen().getJsonObject(0);
    assertThat(arrived.getString("type")).isEqualTo("image");
    assertThat(arrived.getString("caption")).isEqualTo("look");
    assertThat(arrived.getInteger("size")).isEqualTo(Base64.getDecoder().decode(PNG).length);
  }

  @Test
  void shouldSendADocumentWithItsName() {
    DrivenPage page = openLinked();

    page.call(
        SEND_FILE,
        Map.of(
            "to", StandIn.BEN_ID,
            "data", "data:application/pdf;base64,JVBERi0xLjQK",
            "type", "document",
            "filename", "report.pdf",
            "createChat", true));

    JsonObject arrived = standIn.messagesOfBen().getJsonObject(0);
    assertThat(arrived.getString("type")).isEqualTo("document");
    assertThat(arrived.getString("filename")).isEqualTo("report.pdf");
    assertThat(arrived.getString("mimetype")).isEqualTo("application/pdf");
  }

  @Test
  void shouldGiveOutTheBytesOfAPictureThatCameIn() {
    DrivenPage page = openLinked();
    standIn.benSends(new JsonObject().put("mimetype", "image/png").put("data", PNG), "for you");
    page.awaitEvent("chat.new_message", "for you");
    String id =
        new JsonObject(page.events("chat.new_message").findFirst().orElseThrow().json())
            .getString("id");

    JsonObject medium =
        page.call(
            "async id => { const blob = await WPP.chat.downloadMedia(id);"
                + " return { type: blob.type, data: await WPP.util.blobToBase64(blob) }; }",
            id);

    assertThat(medium.getString("type")).isEqualTo("image/png");
    assertThat(medium.getString("data")).endsWith(PNG);
  }

  @Test
  void shouldTellTheSenderThatAChatWasRead() {
    DrivenPage page = openLinked();
    standIn.benWrites("read me");
    page.awaitEvent("chat.new_message", "read me");

    JsonObject seen = page.call("id => WPP.chat.markIsRead(id)", StandIn.BEN_ID);

    assertThat(seen.getInteger("unreadCount")).isEqualTo(1);
    page.await(() -> standIn.messagesOfBen().getJsonObject(0).getInteger("ack") == 3);
  }

  @Test
  void shouldLeaveAMessageUnreadWhenItsChatIsOnlyAnswered() {
    DrivenPage page = openLinked();
    standIn.benWrites("unread");
    page.awaitEvent("chat.new_message", "unread");

    JsonObject left =
        page.call(
            "async to => { await WPP.chat.sendTextMessage(to, 'hm', { markIsRead: false });"
                + " return { unread: WPP.chat.get(to).unreadCount }; }",
            StandIn.BEN_ID);

    assertThat(left.getInteger("unread")).isEqualTo(1);
  }

  @Test
  void shouldHaveWhatWasWrittenWhileItWasAwayInItsOwnStore() {
    close(openLinked());
    standIn.benWrites("while you were away");

    DrivenPage back = open();
    back.awaitState("CONNECTED MAIN NORMAL");
    back.page().waitForFunction(HAS_MESSAGES, StandIn.BEN_ID);

    JsonArray bodies =
        back.call(
                "async id => ({ bodies: (await WPP.chat.getMessages(id, { count: -1 }))"
                    + ".map(msg => msg.body) })",
                StandIn.BEN_ID)
            .getJsonArray("bodies");
    assertThat(bodies).containsExactly("while you were away");
    assertThat(standIn.books().getInteger("lost")).isZero();
  }

  @Test
  void shouldFindAMessageOfAnEarlierRunByItsId() {
    DrivenPage page = openLinked();
    String id = send(page, "remember", "3EB0AD").getString("id");
    page.awaitEvent("chat.msg_ack_change", "\"ack\":2");
    close(page);

    JsonObject found =
        open()
            .call(
                "async id => { const msg = await WPP.chat.getMessageById(id);"
                    + " return { body: msg.body, ack: msg.ack }; }",
                id);

    assertThat(found).isEqualTo(new JsonObject().put("body", "remember").put("ack", 2));
  }

  @Test
  void shouldSayWhichNumbersAreOnWhatsApp() {
    DrivenPage page = openLinked();

    JsonObject answer =
        page.call(
            "async ([known, unknown]) => ({ known: await WPP.contact.queryExists(known),"
                + " unknown: await WPP.contact.queryExists(unknown) })",
            new String[] {StandIn.BEN_ID, "5511000000000@c.us"});

    assertThat(answer.getJsonObject("known").getString("wid")).isEqualTo(StandIn.BEN_ID);
    assertThat(answer.getValue("unknown")).isNull();
  }

  @Test
  void shouldTellOfAnIncomingCall() {
    DrivenPage page = openLinked();

    standIn.benCalls();

    page.awaitEvent("call.incoming_call", StandIn.BEN_ID);
  }
}
