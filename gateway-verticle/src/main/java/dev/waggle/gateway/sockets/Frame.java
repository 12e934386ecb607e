package dev.waggle.gateway.sockets;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * What a client sends: {@code {"event": "join-session", "data": "sales", "id": 7}}.
 *
 * @param event the verb
 * @param data text, an object or null, as the verb asks for
 * @param id a text or a number if the client wants an answer, else null
 */
record Frame(String event, Object data, Object id) {

  private static final int MAX_ID = 64;

  Frame {
    if (event == null || event.isEmpty()) {
      throw invalid("A frame is a JSON object with the text \"event\" and, if need be, \"data\".");
    }
    if (id != null && !(id instanceof Number) && !(id instanceof String text && fits(text))) {
      throw invalid("A frame's id is a number or a text of at most " + MAX_ID + " characters.");
    }
  }

  /**
   * Reads a frame.
   *
   * @throws WaggleException with INVALID_REQUEST when it is none
   */
  static Frame read(Buffer text) {
    try {
      JsonObject frame = new JsonObject(text);
      Object event = frame.getValue("event");
      return new Frame(
          event instanceof String verb ? verb : null, frame.getValue("data"), frame.getValue("id"));
    } catch (DecodeException e) {
      throw invalid("A frame is a JSON object; this is something else.");
    }
  }

  /** The data as an object; an empty one when there is none. */
  JsonObject fields() {
    if (data == null) {
      return new JsonObject();
    }
    if (data instanceof JsonObject fields) {
      return fields;
    }
    throw invalid("The data of " + event + " is a JSON object.");
  }

  static WaggleException invalid(String sentence) {
    return new WaggleException(ErrorCode.INVALID_REQUEST, sentence);
  }

  private static boolean fits(String text) {
    return text.length() <= MAX_ID;
  }
}
