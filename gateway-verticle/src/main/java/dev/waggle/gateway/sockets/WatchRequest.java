package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionName;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * What somebody who watches all sessions asks for.
 *
 * @param messages whether events about messages come too
 * @param events whether the canonical events come too, or the System Update's words alone
 * @param seen how far the client was in the sessions that it has watched before
 */
record WatchRequest(boolean messages, boolean events, Map<SessionName, Cursor> seen) {

  /** Each costs a question to an owner. */
  private static final int MAX_SEEN = 100;

  WatchRequest {
    seen = Map.copyOf(seen);
  }

  /** Reads {@code {messages: false, events: true, seen: {}}}, which is the default. */
  static WatchRequest of(Frame frame) {
    JsonObject fields = frame.fields();
    return new WatchRequest(
        flag(fields, "messages", false), flag(fields, "events", true), seen(fields));
  }

  private static boolean flag(JsonObject fields, String name, boolean otherwise) {
    if (fields.getValue(name, otherwise) instanceof Boolean flag) {
      return flag;
    }
    throw Frame.invalid(name + " is true or false.");
  }

  private static Map<SessionName, Cursor> seen(JsonObject fields) {
    Object value = fields.getValue("seen", new JsonObject());
    if (!(value instanceof JsonObject sessions) || sessions.size() > MAX_SEEN) {
      throw Frame.invalid("seen is an object with " + MAX_SEEN + " sessions at most.");
    }
    Map<SessionName, Cursor> seen = new HashMap<>();
    sessions.forEach(each -> seen.put(new SessionName(each.getKey()), cursor(each.getValue())));
    return seen;
  }

  private static Cursor cursor(Object value) {
    Cursor cursor = value instanceof JsonObject fields ? Cursor.read(fields) : null;
    if (cursor == null) {
      throw Frame.invalid("seen has {generation, seq} for each session.");
    }
    return cursor;
  }
}
