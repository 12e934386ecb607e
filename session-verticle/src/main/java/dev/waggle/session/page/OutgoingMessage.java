package dev.waggle.session.page;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.MediaFile;
import dev.waggle.contract.SessionCommand.SendMedia.MediaKind;

/** A message with the id that it will have on WhatsApp. */
public sealed interface OutgoingMessage {

  /** The bare message id, upper-case hexadecimal. */
  String id();

  ChatId chat();

  /** Plain text; links in it are not previewed, which would call third-party servers. */
  record Text(String id, ChatId chat, String text) implements OutgoingMessage {}

  /**
   * A file.
   *
   * @param caption null for none
   */
  record Media(String id, ChatId chat, MediaKind kind, MediaFile file, String caption)
      implements OutgoingMessage {}
}
