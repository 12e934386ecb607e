package dev.waggle.gateway.http;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.MediaFile;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionCommand.SendMedia;
import dev.waggle.contract.SessionCommand.SendMedia.MediaKind;
import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What a linked account sends. */
record MessageRoutes(SessionClient sessions) {

  private static final int BASE64_GROUP = 4;

  Map<String, ApiOperation> operations() {
    return Map.of(
        "sendText", this::sendText,
        "sendImage", request -> sendMedia(request, MediaKind.IMAGE),
        "sendFile", request -> sendMedia(request, MediaKind.DOCUMENT));
  }

  private Future<Answer> sendText(ApiRequest request) {
    JsonObject body = request.body();
    return created(
        sessions.sendText(
            new SendText(
                request.session(),
                chat(body),
                body.getString("text"),
                body.getString("messageId"))));
  }

  private Future<Answer> sendMedia(ApiRequest request, MediaKind kind) {
    JsonObject body = request.body();
    return created(
        sessions.sendMedia(
            new SendMedia(
                request.session(),
                chat(body),
                kind,
                file(body.getJsonObject("file")),
                body.getString("caption"),
                body.getString("messageId"))));
  }

  private static String chat(JsonObject body) {
    return ChatId.parse(body.getString("chatId")).value();
  }

  private static MediaFile file(JsonObject file) {
    MediaFile media = Wire.read(file, MediaFile.class);
    if (media.data().length() % BASE64_GROUP != 0) {
      throw new WaggleException(
          ErrorCode.INVALID_REQUEST, "file.data is cut short: base64 comes in groups of four.");
    }
    return media;
  }

  private static Future<Answer> created(Future<MessageSent> sent) {
    return sent.map(message -> Answer.created(Wire.write(message)));
  }
}
