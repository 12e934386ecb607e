package dev.waggle.it.fuzz;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire.
 *
 * @param number its own among all of a run
 * @param operation the id of the operation that it was made from
 * @param kind in what way it is not right; "right" when it is
 * @param cutOff whether the connection ends before the announced body does
 */
record RawRequest(
    int number, String operation, String kind, String method, Buffer bytes, boolean cutOff) {

  /** Whether a server may hang up on it without a word, having refused it half-way. */
  boolean mayGoUnanswered() {
    return cutOff || bytes.length() > 32 * 1024;
  }

  /** Enough to know it by. */
  String describe() {
    String start =
        bytes.getBuffer(0, Math.min(bytes.length(), 400)).toString(StandardCharsets.UTF_8);
    return "#" + number + " " + operation + " (" + kind + ") " + start.replace("\r\n", " ⏎ ");
  }
}
