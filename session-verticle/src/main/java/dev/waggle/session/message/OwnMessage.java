package dev.waggle.session.message;

import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.MediaFile;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.session.page.OutgoingMessage;
import java.util.Locale;

/** What we have sent, in the form in which the page tells of messages. */
final class OwnMessage {

  private OwnMessage() {}

  static Message of(OutgoingMessage message, MessageSent sent, Account me) {
    if (message instanceof OutgoingMessage.Media media) {
      String type = media.kind().name().toLowerCase(Locale.ROOT);
      return of(sent, me, type, media.caption(), media.file());
    }
    return of(sent, me, "chat", ((OutgoingMessage.Text) message).text(), null);
  }

  private static Message of(
      MessageSent sent, Account me, String type, String body, MediaFile file) {
    return new Message(
        sent.id(),
        sent.chatId(),
        me.id(),
        sent.chatId(),
        true,
        type,
        body,
        file != null,
        file == null ? null : file.mimetype(),
        file == null ? null : file.filename(),
        sent.ack(),
        sent.timestamp());
  }
}
