package dev.waggle.gateway.http;

import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.Wire;
import io.vertx.core.json.JsonObject;

/** A session as HTTP shows it: as on the bus, with its id and what it is called. */
final class SessionView {

  private SessionView() {}

  static JsonObject of(SessionInfo session) {
    return Wire.write(session)
        .put("id", session.name().value())
        .put("displayName", DisplayName.of(session));
  }
}
