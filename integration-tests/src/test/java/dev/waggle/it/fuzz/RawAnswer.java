package dev.waggle.it.fuzz;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status 0 when the server hung up without a word
 */
record RawAnswer(int status, String contentType, String body) {

  static final RawAnswer NONE = new RawAnswer(0, "", "");

  /** Reads what a connection brought until it ended. */
  static RawAnswer parse(byte[] bytes) {
    String text = Buffer.buffer(bytes).toString(StandardCharsets.UTF_8);
    if (text.startsWith("HTTP/1.1 100")) {
      text = text.substring(text.indexOf("\r\n\r\n") + 4);
    }
    int headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      return NONE;
    }
    String head = text.substring(0, headEnd);
    return new RawAnswer(
        Integer.parseInt(head.split(" ", 3)[1]), typeIn(head), text.substring(headEnd + 4));
  }

  private static String typeIn(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
        .map(line -> line.substring("content-type:".length()).strip())
        .findFirst()
        .orElse("");
  }

  /** What is wrong with it, whatever was asked; empty when nothing is. */
  Optional<String> complaint(RawRequest request) {
    if (status == 0) {
      return request.mayGoUnanswered() ? Optional.empty() : Optional.of("no answer");
    }
    if (status >= 500) {
      return Optional.of("a server's failure");
    }
    if (status >= 400 && !request.method().equals("HEAD") && !isProblem()) {
      return Optional.of("not a problem document");
    }
    return body.contains("Exception") || body.contains("at dev.waggle") || body.contains("at io.")
        ? Optional.of("tells of the inside")
        : Optional.empty();
  }

  private boolean isProblem() {
    try {
      JsonObject problem = new JsonObject(body);
      return contentType.startsWith("application/problem+json")
          && problem.getInteger("status") == status
          && !problem.getString("code", "").isEmpty()
          && !problem.getString("detail", "").isEmpty();
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return status + " " + contentType + " " + body.substring(0, Math.min(body.length(), 300));
  }
}
