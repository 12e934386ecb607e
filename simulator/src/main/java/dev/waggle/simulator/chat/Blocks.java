package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.fault.Fault;
import dev.waggle.simulator.fault.FaultKind;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Tells pages that they are blocked or too old. */
final class Blocks {

  private static final int FORBIDDEN = 403;

  /** Blocks a page that is registering or logging in, if a fault says so; true when it did. */
  boolean turnAway(ChatSocket socket, JsonObject request) {
    Optional<String> kind = take(socket);
    kind.ifPresent(
        one -> {
          socket.push(frame(one));
          socket.refuse(request, new Refusal(FORBIDDEN, one));
          socket.close();
        });
    return kind.isPresent();
  }

  /** Blocks a page that is connected, if a fault says so. */
  void apply(ChatSocket socket) {
    take(socket)
        .ifPresent(
            kind -> {
              socket.push(frame(kind));
              socket.close();
            });
  }

  private static Optional<String> take(ChatSocket socket) {
    Optional<Fault> terms = socket.takeFault(FaultKind.TERMS_BLOCK);
    return terms.isPresent()
        ? terms.map(fault -> fault.text("kind"))
        : socket.takeFault(FaultKind.DEPRECATED_VERSION).map(fault -> "DEPRECATED_VERSION");
  }

  private static JsonObject frame(String kind) {
    return new JsonObject().put("type", "block").put("kind", kind);
  }
}
