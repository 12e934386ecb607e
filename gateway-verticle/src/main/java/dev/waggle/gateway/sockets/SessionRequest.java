package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionName;
import io.vertx.core.json.JsonObject;

/**
 * The session that a verb is about.
 *
 * @param seen where the client was when it last listened; null when it begins
 */
record SessionRequest(SessionName session, Cursor seen) {

  /** Reads a bare name, or an object with {@code sessionName} or {@code session}. */
  static SessionRequest of(Frame frame) {
    if (frame.data() instanceof String name) {
      return new SessionRequest(new SessionName(name), null);
    }
    JsonObject fields = frame.fields();
    return new SessionRequest(new SessionName(name(fields)), Cursor.read(fields));
  }

  private static String name(JsonObject fields) {
    Object name =
        fields.containsKey("sessionName")
            ? fields.getValue("sessionName")
            : fields.getValue("session");
    if (name instanceof String text) {
      return text;
    }
    throw Frame.invalid("Name the session: as text, or in the field sessionName.");
  }
}
