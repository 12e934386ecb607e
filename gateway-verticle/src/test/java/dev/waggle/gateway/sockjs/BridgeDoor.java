package dev.waggle.gateway.sockjs;

import dev.waggle.gateway.support.Callers.Outcome;
import dev.waggle.gateway.support.Door;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The event bus bridge: a registration for a session's events. */
public final class BridgeDoor implements Door {

  @Override
  public Outcome listen(RunningGateway gateway, Optional<String> credential, String session) {
    try (RawSocket socket = RawSocket.open(gateway)) {
      socket.register("waggle.session." + session + ".events", credential.orElse(null));
      // Frames are taken in order: what is not answered before this one was accepted.
      socket.send(new JsonObject().put("type", "unheard-of").put("address", "x"));
      return outcome(socket.next());
    }
  }

  private static Outcome outcome(JsonObject frame) {
    return switch (frame.getString("code", frame.getString("body", ""))) {
      case "invalid_type" -> Outcome.ALLOWED;
      case "forbidden" -> Outcome.FORBIDDEN;
      case "unauthorized" -> Outcome.UNAUTHORIZED;
      default -> throw new AssertionError("an answer of another kind: " + frame);
    };
  }

  @Override
  public String toString() {
    return "/eventbus";
  }
}
