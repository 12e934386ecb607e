package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData;
import dev.waggle.contract.MediaFile;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionCommand.SendMedia.MediaKind;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.PageEvent;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessagingTest extends BrowserTest {

  private static final String ME = "5511920000001";
  private static final String FRIEND = "5511920000002";
  private static final ChatId FRIEND_CHAT = ChatId.parse(FRIEND);

  /** One red pixel. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

  private OpenPage opened;
  private int messages;

  @BeforeAll
  void link() {
    standIn.phone(FRIEND);
    opened = openLinked(ME);
  }

  @Test
  void shouldSendTextUnderTheIdThatWeChose() {
    OutgoingMessage.Text message = text("Good morning");

    MessageSent sent = OpenPage.result(opened.page().send(message));

    assertThat(sent.id()).isEqualTo("true_" + FRIEND + "@c.us_" + message.id());
    assertThat(sent.chatId()).isEqualTo(FRIEND + "@c.us");
    assertThat(sent.ack()).isPositive();
    assertThat(received("Good morning")).isTrue();
  }

  @Test
  void shouldSendARepeatedMessageOnceOnly() {
    OutgoingMessage.Text message = text("Only once");
    MessageSent first = OpenPage.result(opened.page().send(message));

    MessageSent second = OpenPage.result(opened.page().send(message));

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(standIn.totals().getInteger("sentTwice")).isZero();
  }

  @Test
  void shouldSendAnImageWithItsCaption() {
    OutgoingMessage image =
        new OutgoingMessage.Media(
            newId(),
            FRIEND_CHAT,
            MediaKind.IMAGE,
            new MediaFile("image/png", "dot.png", PNG),
            "A dot");

    MessageSent sent = OpenPage.result(opened.page().send(image));

    assertThat(sent.ack()).isPositive();
    assertThat(standIn.messages(FRIEND).encode()).contains("\"image\"").contains("A dot");
  }

  @Test
  void shouldSendADocumentUnderItsName() {
    OutgoingMessage document =
        new OutgoingMessage.Media(
            newId(),
            FRIEND_CHAT,
            MediaKind.DOCUMENT,
            new MediaFile("text/plain", "notes.txt", "aGVsbG8="),
            null);

    MessageSent sent = OpenPage.result(opened.page().send(document));

    assertThat(sent.ack()).isPositive();
    assertThat(standIn.messages(FRIEND).encode()).contains("notes.txt");
  }

  @Test
  void shouldSendALargeFile() {
    String data = Base64.getEncoder().encodeToString(new byte[8 * 1024 * 1024]);
    OutgoingMessage large =
        new OutgoingMessage.Media(
            newId(),
            FRIEND_CHAT,
            MediaKind.DOCUMENT,
            new MediaFile("application/octet-stream", "large.bin", data),
            null);

    MessageSent sent = OpenPage.result(opened.page().send(large));

    assertThat(sent.ack()).isPositive();
    assertThat(standIn.messages(FRIEND).encode()).contains("large.bin");
  }

  @Test
  void shouldSayThatASendWasRefused() {
    standIn.fault("refuseSends", true);

    assertThatThrownBy(() -> OpenPage.result(opened.page().send(text("Refused"))))
        .isInstanceOfSatisfying(
            WaggleException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REJECTED_BY_WHATSAPP));
  }

  @Test
  void shouldTellWhatAnotherPhoneWrites() {
    standIn.write(FRIEND, ME, "Hello there");

    EventData.Message message = messageOf(opened, "Hello there");

    assertThat(message.fromMe()).isFalse();
    assertThat(message.from()).isEqualTo(FRIEND + "@c.us");
    assertThat(message.type()).isEqualTo("chat");
  }

  @Test
  void shouldTellHowFarAMessageHasGot() {
    OutgoingMessage.Text message = text("Read me");
    MessageSent sent = OpenPage.result(opened.page().send(message));

    standIn.read(FRIEND, message.id());

    PageEvent.AckChanged read =
        opened.first(PageEvent.AckChanged.class, acked -> acked.ack().ack() == 3);
    assertThat(read.ack()).isEqualTo(new EventData.MessageAck(sent.id(), sent.chatId(), 3, "READ"));
  }

  @Test
  void shouldTellUnderTheSameIdHowFarAMessageToAGroupHasGot() {
    ChatId group = ChatId.parse(standIn.group(ME, FRIEND));
    OutgoingMessage.Text message = new OutgoingMessage.Text(newId(), group, "To all");

    MessageSent sent = OpenPage.result(opened.page().send(message));

    assertThat(sent.id()).startsWith("true_" + group.value() + "_" + message.id());
    PageEvent.AckChanged delivered =
        opened.first(
            PageEvent.AckChanged.class,
            acked -> acked.ack().id().equals(sent.id()) && acked.ack().ack() > 1);
    assertThat(delivered.ack().chatId()).isEqualTo(group.value());
  }

  @Test
  void shouldKnowWhoIsOnWhatsApp() {
    assertThat(OpenPage.result(opened.page().lookUp(FRIEND_CHAT))).contains(FRIEND_CHAT);
    assertThat(OpenPage.result(opened.page().lookUp(ChatId.parse("5511999999998")))).isEmpty();
  }

  @Test
  void shouldTellWhatWasWrittenWhileItWasAway() {
    String away = "5511920000003";
    OpenPage before = openLinked(away);
    before.close();
    standIn.write(FRIEND, away, "While you were out");

    OpenPage after = open(before.profile());

    assertThat(messageOf(after, "While you were out").from()).isEqualTo(FRIEND + "@c.us");
    after.close();
  }

  @Test
  void shouldRecogniseARepeatedMessageAfterTheBrowserWasKilled() {
    OpenPage before = openLinked("5511920000004");
    OutgoingMessage.Text message = text("Before the fall");
    OpenPage.result(before.page().send(message));
    before.browser().destroyForcibly();
    before.first(PageEvent.Closed.class);
    OpenPage after = open(before.profile());
    after.first(PageEvent.Ready.class);

    MessageSent sent = OpenPage.result(after.page().send(message));

    assertThat(sent.id()).endsWith(message.id());
    assertThat(standIn.totals().getInteger("sentTwice")).isZero();
    after.close();
  }

  private EventData.Message messageOf(OpenPage page, String body) {
    return page.first(PageEvent.MessageAdded.class, added -> body.equals(added.message().body()))
        .message();
  }

  private boolean received(String body) {
    await().atMost(OpenPage.PATIENCE).until(() -> isAtFriend(body));
    return true;
  }

  private boolean isAtFriend(String body) {
    return standIn.messages(FRIEND).stream()
        .map(JsonObject.class::cast)
        .anyMatch(message -> body.equals(message.getString("body")));
  }

  private OutgoingMessage.Text text(String body) {
    return new OutgoingMessage.Text(newId(), FRIEND_CHAT, body);
  }

  private String newId() {
    messages++;
    return "3EB0%016X".formatted(System.nanoTime() + messages);
  }
}
