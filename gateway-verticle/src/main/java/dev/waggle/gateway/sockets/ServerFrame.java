package dev.waggle.gateway.sockets;

import dev.waggle.contract.LiveSession;
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

  /**
   * The frames with which somebody begins to follow a session.
   *
   * @param state what is true now; null when that is not known
   * @param resync whether the client has missed events that nobody can tell it any more
   */
  static List<String> beginning(View view, SessionName session, LiveSession state, boolean resync) {
    List<Told> words = new ArrayList<>();
    if (resync) {
      words.add(new Told("resync", new JsonObject().put("session", session.value())));
    }
    if (state != null) {
      words.addAll(view.told(state));
    }
    return of(view, session, state == null ? Cursor.START : Cursor.of(state), words);
  }

  private static JsonObject frame(String event, JsonObject data) {
    return new JsonObject().put("event", event).put("data", data);
  }
}
