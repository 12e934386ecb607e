package dev.waggle.session.browser;

import dev.waggle.contract.EventData;
import dev.waggle.contract.SessionInfo;
import dev.waggle.session.page.PageEvent;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Reads the bridge's JSON texts. */
final class PageReportReader {

  private static final Map<String, Function<JsonObject, PageEvent>> EVENTS =
      Map.ofEntries(
          Map.entry(
              "storage",
              json ->
                  new PageEvent.StorageFound(
                      json.getBoolean("databases"), json.getBoolean("items"))),
          Map.entry("qr", json -> new PageEvent.QrShown(json.getString("text"))),
          Map.entry("qr-idle", json -> new PageEvent.QrIdle()),
          Map.entry("pairing-code", json -> new PageEvent.PairingCodeShown(json.getString("code"))),
          Map.entry("scanned", json -> new PageEvent.Scanned()),
          Map.entry("syncing", json -> new PageEvent.Syncing()),
          Map.entry("ready", json -> new PageEvent.Ready(account(json.getJsonObject("me")))),
          Map.entry("disconnected", json -> new PageEvent.Disconnected()),
          Map.entry("logged-out", json -> new PageEvent.LoggedOut(json.getString("reason"))),
          Map.entry("conflict", json -> new PageEvent.Conflict()),
          Map.entry("blocked", json -> new PageEvent.Blocked(block(json.getString("block")))),
          Map.entry(
              "message",
              json -> new PageEvent.MessageAdded(message(json.getJsonObject("message")))),
          Map.entry("ack", json -> new PageEvent.AckChanged(ack(json.getJsonObject("ack")))));

  private PageReportReader() {}

  /** What a text says; one that makes no sense becomes {@link PageReport.Trouble}. */
  static PageReport read(String text) {
    try {
      return report(new JsonObject(text));
    } catch (DecodeException | ClassCastException | IllegalArgumentException senseless) {
      return new PageReport.Trouble("A report of the bridge cannot be read");
    } catch (NullPointerException incomplete) {
      return new PageReport.Trouble("A report of the bridge lacks a field");
    }
  }

  private static PageReport report(JsonObject json) {
    String type = json.getString("type");
    Function<JsonObject, PageEvent> event = EVENTS.get(type);
    if (event != null) {
      return new PageReport.Happened(
          event.apply(json), json.getLong("n", PageReport.Happened.UNNUMBERED));
    }
    return switch (type) {
      case "document" -> new PageReport.NewDocument();
      case "answer" -> answer(json);
      case "left" -> new PageReport.Left();
      case "trouble" -> new PageReport.Trouble(json.getString("text"));
      default -> new PageReport.Trouble("The bridge has said an unknown word");
    };
  }

  private static PageReport.Answer answer(JsonObject json) {
    JsonObject error = json.getJsonObject("error", new JsonObject());
    return new PageReport.Answer(
        json.getLong("id"),
        json.getJsonObject("value"),
        error.getString("code"),
        error.getString("text"));
  }

  private static SessionInfo.Account account(JsonObject me) {
    return new SessionInfo.Account(me.getString("id"), me.getString("pushName"));
  }

  private static PageEvent.Block block(String name) {
    return PageEvent.Block.valueOf(name);
  }

  private static EventData.MessageAck ack(JsonObject ack) {
    return new EventData.MessageAck(
        ack.getString("id"),
        ack.getString("chatId"),
        ack.getInteger("ack"),
        ack.getString("ackName"));
  }

  private static EventData.Message message(JsonObject message) {
    return new EventData.Message(
        message.getString("id"),
        message.getString("chatId"),
        message.getString("from"),
        message.getString("to"),
        message.getBoolean("fromMe"),
        message.getString("type"),
        message.getString("body"),
        message.getBoolean("hasMedia"),
        message.getString("mimetype"),
        message.getString("filename"),
        message.getInteger("ack"),
        Instant.parse(message.getString("timestamp")));
  }
}
