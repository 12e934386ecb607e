package dev.waggle.gateway.dialect;

import dev.waggle.gateway.http.Answer;
import io.vertx.core.json.JsonObject;

/** Answers of surfaces whose callers look for {@code success}. */
final class Envelope {

  private Envelope() {}

  /** Something to look at. */
  static Answer data(JsonObject data) {
    return Answer.ok(new JsonObject().put("success", true).put("data", data));
  }

  /** Something was done. */
  static Answer done(String message) {
    return Answer.ok(new JsonObject().put("success", true).put("message", message));
  }
}
