package dev.waggle.session.message;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.MediaFile;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.NumberStatus;
import dev.waggle.contract.SessionCommand.CheckExists;
import dev.waggle.contract.SessionCommand.SendMedia;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.WhatsAppPage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Sends for one session. Checks what can be checked before the page is bothered: the form of the
 * command (INVALID_REQUEST, INVALID_CHAT_ID), then the session's state, then whether the number is
 * on WhatsApp (NOT_ON_WHATSAPP).
 */
public final class OutboundMessages {

  private static final Pattern MIMETYPE =
      Pattern.compile("[A-Za-z0-9][\\w.+-]*/[A-Za-z0-9][\\w.+-]*(\\s*;.*)?");

  private final Vertx vertx;
  private final Supplier<Future<WhatsAppPage>> workingPage;
  private final Activity activity;
  private final BiConsumer<OutgoingMessage, MessageSent> onSent;
  private final Consumer<Boolean> onHanded;
  private final NumberDirectory numbers = new NumberDirectory();
  private final MessageIds ids = new MessageIds();

  private boolean finishing;

  /**
   * Sends nothing yet.
   *
   * @param workingPage the page that can send now, or a failure with WRONG_STATE
   * @param activity knows of every send that has begun
   * @param onSent told of each message that WhatsApp's server has taken
   * @param onHanded told of each that was handed to the page, whether it was taken
   */
  public OutboundMessages(
      Vertx vertx,
      Supplier<Future<WhatsAppPage>> workingPage,
      Activity activity,
      BiConsumer<OutgoingMessage, MessageSent> onSent,
      Consumer<Boolean> onHanded) {
    this.vertx = vertx;
    this.workingPage = workingPage;
    this.activity = activity;
    this.onSent = onSent;
    this.onHanded = onHanded;
  }

  /** See {@link SendText}. */
  public Future<MessageSent> send(SendText command) {
    if (command.text() == null || command.text().isBlank()) {
      throw invalid("text must not be empty.");
    }
    return send(
        command.chatId(),
        command.messageId(),
        (id, chat) -> new OutgoingMessage.Text(id, chat, command.text()));
  }

  /** See {@link SendMedia}. */
  public Future<MessageSent> send(SendMedia command) {
    if (command.kind() == null) {
      throw invalid("kind must be IMAGE or DOCUMENT.");
    }
    return check(command.media())
        .compose(
            media ->
                send(
                    command.chatId(),
                    command.messageId(),
                    (id, chat) ->
                        new OutgoingMessage.Media(
                            id, chat, command.kind(), media, command.caption())));
  }

  /** See {@link CheckExists}. */
  public Future<NumberStatus> check(CheckExists command) {
    ChatId number = ChatId.parse(command.phone());
    if (!number.isNumber()) {
      throw new WaggleException(
          ErrorCode.INVALID_CHAT_ID, "Only a phone number can be looked up, not a group.");
    }
    return workingPage
        .get()
        .compose(page -> numbers.lookUp(page, number))
        .map(found -> new NumberStatus(found.isPresent(), found.map(ChatId::value).orElse(null)));
  }

  private Future<MessageSent> send(
      String chatId, String messageId, BiFunction<String, ChatId, OutgoingMessage> message) {
    ChatId chat = ChatId.parse(chatId);
    String id = ids.idOr(messageId);
    if (finishing) {
      return Future.failedFuture(moving());
    }
    return workingPage
        .get()
        .compose(
            page ->
                activity.during(
                    () ->
                        numbers
                            .resolve(page, chat)
                            .compose(known -> hand(page, message.apply(id, known)))));
  }

  /**
   * Sends nothing more: a new send fails with OWNER_UNAVAILABLE. Done when what is under way has
   * been answered, which is for the caller to limit. Never fails.
   */
  public Future<Void> finish() {
    finishing = true;
    return activity.finished();
  }

  private static WaggleException moving() {
    return new WaggleException(
        ErrorCode.OWNER_UNAVAILABLE,
        "The session is moving to another node; repeat the request in a moment.");
  }

  private Future<MessageSent> hand(WhatsAppPage page, OutgoingMessage message) {
    return page.send(message)
        .onComplete((sent, failure) -> onHanded.accept(failure == null))
        .onSuccess(sent -> onSent.accept(message, sent));
  }

  private Future<MediaFile> check(MediaFile media) {
    if (media == null || media.data() == null || media.data().isEmpty()) {
      throw invalid("media.data must hold the file in base64.");
    }
    if (media.mimetype() == null || !MIMETYPE.matcher(media.mimetype()).matches()) {
      throw invalid("media.mimetype must be a type such as image/png.");
    }
    // Decoding megabytes takes longer than an event loop may be kept.
    return vertx.executeBlocking(
        () -> {
          decode(media.data());
          return media;
        },
        false);
  }

  private static void decode(String base64) {
    try {
      Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw invalid("media.data is not base64 (without a data URL's head).");
    }
  }

  private static WaggleException invalid(String sentence) {
    return new WaggleException(ErrorCode.INVALID_REQUEST, sentence);
  }
}
