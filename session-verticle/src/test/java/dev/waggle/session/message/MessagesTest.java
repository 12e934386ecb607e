package dev.waggle.session.message;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.MessageAck;
import dev.waggle.contract.MediaFile;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionCommand.SendMedia;
import dev.waggle.contract.SessionCommand.SendMedia.MediaKind;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.lifecycle.Ending;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out and what comes in, over the bus and through a session that works. */
class MessagesTest {

  private static final SessionName NAME = OwnedSession.NAME;
  private static final String FRIEND = "5511888888888";
  private static final String OWN_ID = "3EB0AAAABBBBCCCCDDDD01";

  @TempDir Path data;

  private OwnedSession session;
  private ScriptedPage page;

  @BeforeEach
  void start() throws IOException {
    session = new OwnedSession(FastSettings.in(data)).linked().start();
    page = session.pages().take();
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @CsvSource({
    "5511888888888, 5511888888888@c.us",
    "+5511888888888, 5511888888888@c.us",
    "5511888888888@s.whatsapp.net, 5511888888888@c.us",
    "120363000000000000@g.us, 120363000000000000@g.us",
    "99887766554433@lid, 99887766554433@lid"
  })
  void shouldSendToEveryFormOfChat(String written, String meant) {
    await(client().sendText(NAME, written, "Hello"));

    assertThat(page.sent().get(0).chat().value()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "123", "5511888888888@example.com", "+", "status@broadcast"})
  void shouldRefuseWhatIsNoChat(String written) {
    assertThat(codeOf(client().sendText(NAME, written, "Hello")))
        .isEqualTo(ErrorCode.INVALID_CHAT_ID);
    assertThat(page.sent()).isEmpty();
  }

  @Test
  void shouldGiveEachMessageAnIdOfItsOwn() {
    await(client().sendText(NAME, FRIEND, "One"));
    await(client().sendText(NAME, FRIEND, "Two"));

    List<String> ids = page.sent().stream().map(OutgoingMessage::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("3EB0[0-9A-F]{18}"));
  }

  @Test
  void shouldKeepTheIdThatTheCallerChose() {
    MessageSent sent = await(client().sendText(new SendText(NAME, FRIEND, "Hello", OWN_ID)));

    assertThat(sent.id()).isEqualTo("true_" + FRIEND + "@c.us_" + OWN_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "3eb0aaaabbbbccccdddd01", "3EB0AAAABBBBCCCCDDDD0G"})
  void shouldRefuseAnIdOfAnotherForm(String id) {
    assertThat(codeOf(client().sendText(new SendText(NAME, FRIEND, "Hello", id))))
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n"})
  void shouldRefuseTextWithNothingInIt(String text) {
    assertThat(codeOf(client().sendText(NAME, FRIEND, text))).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void shouldSayThatANumberIsNotOnWhatsApp() {
    page.knowNobody();

    assertThat(codeOf(client().sendText(NAME, FRIEND, "Hello")))
        .isEqualTo(ErrorCode.NOT_ON_WHATSAPP);
    assertThat(await(client().checkExists(NAME, FRIEND)).exists()).isFalse();
    assertThat(page.sent()).isEmpty();
  }

  @Test
  void shouldAskForANumberOnceOnly() {
    await(client().sendText(NAME, FRIEND, "One"));
    await(client().sendText(NAME, "+" + FRIEND, "Two"));

    assertThat(page.lookUps()).isEqualTo(1);
  }

  @Test
  void shouldAskAgainForANumberThatWasNotThere() {
    page.knowNobody();
    assertThat(await(client().checkExists(NAME, FRIEND)).exists()).isFalse();

    assertThat(await(client().checkExists(NAME, FRIEND)).exists()).isFalse();

    assertThat(page.lookUps()).isEqualTo(2);
  }

  @Test
  void shouldNotLookUpAGroup() {
    assertThat(codeOf(client().checkExists(NAME, "120363000000000000@g.us")))
        .isEqualTo(ErrorCode.INVALID_CHAT_ID);
  }

  @Test
  void shouldSendAFileWithItsCaption() {
    MediaFile file = new MediaFile("application/pdf", "offer.pdf", "JVBERi0=");

    await(client().sendFile(NAME, FRIEND, file, "Our offer"));

    OutgoingMessage.Media sent = (OutgoingMessage.Media) page.sent().get(0);
    assertThat(sent.file()).isEqualTo(file);
    assertThat(sent.kind()).isEqualTo(MediaKind.DOCUMENT);
    assertThat(sent.caption()).isEqualTo("Our offer");
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, not-base64!",
    "image/png, ''",
    "image/png, 'data:image/png;base64,iVBORw0='",
    "png, iVBORw0=",
    "'', iVBORw0="
  })
  void shouldRefuseAFileThatIsNone(String mimetype, String base64) {
    MediaFile file = new MediaFile(mimetype, null, base64);

    assertThat(codeOf(client().sendImage(NAME, FRIEND, file, null)))
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void shouldRefuseMediaWithoutKindOrFile() {
    assertThat(codeOf(client().sendMedia(new SendMedia(NAME, FRIEND, null, null, null, null))))
        .isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(codeOf(client().sendImage(NAME, FRIEND, null, null)))
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void shouldNotSendWhileTheConnectionIsLost() {
    page.disconnectSilently();
    session.events().awaitStatus(SessionStatus.RECONNECTING);

    assertThat(codeOf(client().sendText(NAME, FRIEND, "Hello"))).isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void shouldNotTellWhoeverSendsToWaitForASessionThatIsStopped() {
    page.holdSends();
    Future<MessageSent> send = client().sendText(NAME, FRIEND, "Hello");
    Awaitility.await().until(() -> page.sent().size() == 1);

    await(session.verticle().end(Ending.STOPPED_ON_REQUEST));

    assertThat(codeOf(send)).isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void shouldHaveWhoeverSendsWaitForASessionThatMoves() {
    page.holdSends();
    Future<MessageSent> send = client().sendText(NAME, FRIEND, "Hello");
    Awaitility.await().until(() -> page.sent().size() == 1);

    await(session.verticle().end(Ending.NODE_LEAVING));

    assertThat(codeOf(send)).isEqualTo(ErrorCode.BROWSER_CLOSED);
  }

  @Test
  void shouldTellEachMessageOnce() {
    page.emit(new PageEvent.MessageAdded(message("a", false, "chat")));
    page.emit(new PageEvent.MessageAdded(message("a", false, "chat")));
    page.emit(new PageEvent.MessageAdded(message("b", false, "chat")));

    session.events().await(SessionEventType.MESSAGE, 2);
    assertThat(session.events().ofType(SessionEventType.MESSAGE))
        .extracting(event -> event.dataAs(Message.class).id())
        .containsExactly("a", "b");
  }

  @Test
  void shouldTellAMessageWhenItHasBeenDecrypted() {
    page.emit(new PageEvent.MessageAdded(message("a", false, "ciphertext")));
    page.emit(new PageEvent.MessageAdded(message("a", false, "chat")));

    SessionEvent told = session.events().await(SessionEventType.MESSAGE, 1);
    assertThat(told.dataAs(Message.class).type()).isEqualTo("chat");
  }

  @Test
  void shouldTellWhatTheAccountWroteItself() {
    page.emit(new PageEvent.MessageAdded(message("mine", true, "chat")));

    session.events().await(SessionEventType.MESSAGE_SENT, 1);
    assertThat(session.events().ofType(SessionEventType.MESSAGE)).isEmpty();
  }

  @Test
  void shouldTellWhatWasSentThoughThePageDoesNot() {
    MessageSent sent = await(client().sendText(NAME, FRIEND, "Hello"));

    Message told = session.events().await(SessionEventType.MESSAGE_SENT, 1).dataAs(Message.class);
    assertThat(told.id()).isEqualTo(sent.id());
    assertThat(told.body()).isEqualTo("Hello");
    assertThat(told.from()).isEqualTo(ScriptedPage.ME.id());
  }

  @Test
  void shouldTellWhatWasSentOnceWhoeverTellsIt() {
    String written = "true_" + FRIEND + "@lid_" + OWN_ID;
    page.emit(new PageEvent.MessageAdded(message(written, true, "chat")));

    await(client().sendText(new SendText(NAME, FRIEND, "Hello", OWN_ID)));
    page.emit(new PageEvent.MessageAdded(message("b", false, "chat")));

    session.events().await(SessionEventType.MESSAGE, 1);
    assertThat(session.events().ofType(SessionEventType.MESSAGE_SENT)).hasSize(1);
  }

  @Test
  void shouldNotTellViewersOfMessages() {
    page.emit(new PageEvent.MessageAdded(message("a", false, "chat")));
    session.events().await(SessionEventType.MESSAGE, 1);

    assertThat(session.room().ofType(SessionEventType.MESSAGE)).isEmpty();
  }

  @Test
  void shouldTellAcksOnlyForwards() {
    for (int ack : new int[] {1, 2, 1, 2, -1, 3}) {
      page.emit(new PageEvent.AckChanged(new MessageAck("a", FRIEND + "@c.us", ack, "ANY")));
    }

    session.events().await(SessionEventType.MESSAGE_ACK, 3);
    assertThat(session.events().ofType(SessionEventType.MESSAGE_ACK))
        .extracting(event -> event.dataAs(MessageAck.class).ack())
        .containsExactly(1, 2, 3);
  }

  private SessionClient client() {
    return session.client();
  }

  private static Message message(String id, boolean fromMe, String type) {
    String chat = FRIEND + "@c.us";
    String me = "5511999999999@c.us";
    return new Message(
        id,
        chat,
        fromMe ? me : chat,
        fromMe ? chat : me,
        fromMe,
        type,
        "Hello",
        false,
        null,
        null,
        1,
        Instant.parse("2026-01-01T00:00:00Z"));
  }
}
