package dev.waggle.session.bus;

import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionInfo.Account;
import io.vertx.core.json.JsonObject;

/** Accounts, messages and QRs with the field names that users of whatsapp-web.js know. */
final class WhatsAppData {

  private static final int REMOTE = 1;
  private static final int BARE = 2;

  private WhatsAppData() {}

  static JsonObject qr(QrCode qr) {
    return new JsonObject()
        .put("qr", qr.urlCode())
        .put("attempt", qr.attempt())
        .put("expiresAt", qr.expiresAt().toString());
  }

  static JsonObject ready(Account me) {
    String id = me.id();
    int at = id.indexOf('@');
    JsonObject wid =
        new JsonObject()
            .put("user", id.substring(0, at))
            .put("server", id.substring(at + 1))
            .put("_serialized", id);
    return new JsonObject()
        .put("info", new JsonObject().put("wid", wid).put("pushname", me.pushName()));
  }

  static JsonObject message(Message message) {
    return new JsonObject()
        .put(
            "message",
            new JsonObject()
                .put("id", id(message))
                .put("from", message.fromMe() ? message.from() : message.chatId())
                .put("author", message.from())
                .put("to", message.to())
                .put("fromMe", message.fromMe())
                .put("type", message.type())
                .put("body", message.body())
                .put("hasMedia", message.hasMedia())
                .put("ack", message.ack())
                .put("timestamp", message.timestamp().getEpochSecond()));
  }

  /** The full id is {@code <fromMe>_<chat>_<bare id>[_<participant>]}. */
  private static JsonObject id(Message message) {
    String[] parts = message.id().split("_", -1);
    return new JsonObject()
        .put("fromMe", message.fromMe())
        .put("remote", parts.length > REMOTE ? parts[REMOTE] : message.chatId())
        .put("id", parts.length > BARE ? parts[BARE] : message.id())
        .put("_serialized", message.id());
  }
}
