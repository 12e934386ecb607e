package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The text of the frames that a gateway sends. */
final class ServerFrame {

  private ServerFrame() {}

  /** A frame that stands for itself. */
  static String plain(String event, JsonObject data) {
    return frame(event, data).encode();
  }

  /** The answer to a frame that was done. */
  static String done(Object id) {
    return frame("ack", new JsonObject().put("ok", true)).put("id", id).encode();
  }

  /** The answer to a frame that was refused. */
  static String refused(Object id, WaggleException failure) {
    return frame("ack", new JsonObject().put("error", problem(failure))).put("id", id).encode();
  }

  /** A failure as data. */
  static JsonObject problem(WaggleException failure) {
    return new JsonObject()
        .put("code", failure.code().wireName())
        .put("detail", failure.getMessage());
  }

  /**
   * Frames that come of one event or one state of a session. They say where the client is after
   * them, and all but the last say that more belongs to it: a client acts when it has all.
   */
  static List<String> of(View view, SessionName session, Cursor at, List<Told> words) {
    List<String> frames = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      JsonObject frame =
          frame(words.get(i).event(), words.get(i).data())
              .put("of", view.channel())
              .put("session", session.value())
              .put("generation", at.generation())
              .put("seq", at.seq());
      if (i < words.size() - 1) {
        frame.put("more", true);
      }
      frames.add(frame.encode());
    }
    return frames;
  }

  private static JsonObject frame(String event, JsonObject data) {
    return new JsonObject().put("event", event).put("data", data);
  }
}
