package dev.waggle.session.browser;

import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionCommand.SendMedia.MediaKind;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.PageCondition;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Records to and from the JSON that the bridge in the page speaks. */
final class PageArguments {

  private PageArguments() {}

  static JsonObject of(OutgoingMessage message) {
    JsonObject arguments =
        new JsonObject().put("id", message.id()).put("chatId", message.chat().value());
    if (message instanceof OutgoingMessage.Text text) {
      return arguments.put("text", text.text());
    }
    return arguments.put("media", media((OutgoingMessage.Media) message));
  }

  private static JsonObject media(OutgoingMessage.Media message) {
    return new JsonObject()
        .put("kind", message.kind() == MediaKind.IMAGE ? "image" : "document")
        .put("mimetype", message.file().mimetype())
        .put("filename", message.file().filename())
        .put("data", message.file().data())
        .put("caption", message.caption());
  }

  static MessageSent messageSent(JsonObject answer) {
    return new MessageSent(
        answer.getString("id"),
        answer.getString("chatId"),
        answer.getInteger("ack"),
        Instant.parse(answer.getString("timestamp")));
  }

  static PageCondition condition(JsonObject answer) {
    return new PageCondition(
        answer.getBoolean("authenticated"),
        answer.getString("mode"),
        answer.getString("info"),
        answer.getString("state"));
  }
}
