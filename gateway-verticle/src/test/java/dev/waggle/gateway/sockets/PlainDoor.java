package dev.waggle.gateway.sockets;

import dev.waggle.gateway.support.Callers.Outcome;
import dev.waggle.gateway.support.Door;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * The plain socket door, by one of the verbs that name a session.
 *
 * @param verb such as {@code join-session}
 */
public record PlainDoor(String verb) implements Door {

  @Override
  public Outcome listen(RunningGateway gateway, Optional<String> credential, String session) {
    try (DoorSocket socket = DoorSocket.stranger(gateway)) {
      if (credential.isPresent()) {
        JsonObject shown = socket.ask("auth", new JsonObject().put("key", credential.get()));
        if (!shown.containsKey("ok")) {
          return outcome(shown);
        }
      }
      return outcome(socket.ask(verb, session));
    }
  }

  private static Outcome outcome(JsonObject answer) {
    if (answer.containsKey("ok")) {
      return Outcome.ALLOWED;
    }
    return switch (answer.getJsonObject("error").getString("code")) {
      case "forbidden", "invalid-session-name" -> Outcome.FORBIDDEN;
      case "unauthorized" -> Outcome.UNAUTHORIZED;
      default -> throw new AssertionError("an answer of another kind: " + answer);
    };
  }

  @Override
  public String toString() {
    return "/sockets " + verb;
  }
}
