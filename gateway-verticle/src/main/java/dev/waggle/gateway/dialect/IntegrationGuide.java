package dev.waggle.gateway.dialect;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.guide.GuideStatus;
import dev.waggle.gateway.http.Answer;
import dev.waggle.gateway.http.ApiOperation;
import dev.waggle.gateway.http.ApiRequest;
import dev.waggle.gateway.http.Surface;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * The HTTP side of the WhatsApp QR Code Integration Guide: one call that answers at once, while QR
 * and status go to the session's room.
 */
record IntegrationGuide(SessionClient sessions) implements Surface {

  @Override
  public Map<String, ApiOperation> operations() {
    return Map.of("initializeWithQr", this::initialize);
  }

  private Future<Answer> initialize(ApiRequest request) {
    return sessions.createOrStart(request.session()).map(session -> Answer.ok(accepted(session)));
  }

  private static JsonObject accepted(SessionInfo session) {
    return new JsonObject()
        .put("success", true)
        .put(
            "message",
            session.status().isRunning()
                ? "The session is running; its room gets QR and status."
                : "The session is registered and starts when a node has room.")
        .put("sessionName", session.name().value())
        .put("status", GuideStatus.now(session.status()).wireName());
  }
}
