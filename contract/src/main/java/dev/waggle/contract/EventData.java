package dev.waggle.contract;

import java.time.Instant;

/** The data of events that have no record of their own elsewhere. */
public final class EventData {

  private EventData() {}

  /**
   * A move from one status to another.
   *
   * @param previous null for the first
   * @param reason one sentence, fit to be shown
   * @param cause the same for programs; may be null
   * @param me the account, once it is known
   */
  public record StatusChanged(
      SessionStatus status,
      SessionStatus previous,
      String reason,
      StatusCause cause,
      SessionInfo.Account me) {}

  /**
   * Linking has ended well.
   *
   * @param message one sentence, fit to be shown
   */
  public record LinkComplete(String message, SessionInfo.Account me) {}

  /**
   * A message as the page has it.
   *
   * @param id the full id, {@code <fromMe>_<chat>_<bare id>[_<participant>]}
   * @param chatId the chat it belongs to
   * @param from who wrote it; in a group the participant
   * @param to who it is for
   * @param type WhatsApp's word: chat, image, document, ptt, …
   * @param body the text, or the caption of media; may be null
   * @param hasMedia whether bytes go with it
   * @param mimetype null without media
   * @param filename null without media or name
   * @param ack as far as it is known
   */
  public record Message(
      String id,
      String chatId,
      String from,
      String to,
      boolean fromMe,
      String type,
      String body,
      boolean hasMedia,
      String mimetype,
      String filename,
      int ack,
      Instant timestamp) {}

  /**
   * A message went further.
   *
   * @param ack -1 failed, 1 server, 2 delivered, 3 read, 4 played
   * @param ackName ERROR, SERVER, DEVICE, READ, PLAYED
   */
  public record MessageAck(String id, String chatId, int ack, String ackName) {}
}
