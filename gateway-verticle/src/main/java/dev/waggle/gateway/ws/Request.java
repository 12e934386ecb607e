package dev.waggle.gateway.ws;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a viewer asks for.
 *
 * @param key empty but for {@link Type#AUTH}; never to be logged
 */
record Request(Type type, String key) {

  /** Told to whoever sends something else. */
  static final String FORM =
      "A message is a JSON object whose type is init, ping, disconnect or auth (with a key).";

  /** Requests are short, whatever the server lets in. */
  private static final int LONGEST = 8 * 1024;

  /** What can be asked for. */
  enum Type {
    INIT,
    PING,
    DISCONNECT,
    AUTH
  }

  /** Empty when the text is no request. */
  static Optional<Request> read(String text) {
    try {
      return text.length() > LONGEST ? Optional.empty() : of(new JsonObject(text));
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Request> of(JsonObject json) {
    String key = json.getValue("key") instanceof String shown ? shown : "";
    return Arrays.stream(Type.values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(json.getValue("type")))
        .findFirst()
        .filter(type -> type != Type.AUTH || !key.isEmpty())
        .map(type -> new Request(type, key));
  }

  @Override
  public String toString() {
    return "Request[" + type + "]";
  }
}
