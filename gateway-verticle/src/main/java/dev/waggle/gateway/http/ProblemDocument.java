package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A failure as callers see it (RFC 9457).
 *
 * @param detail one sentence that says what to do
 * @param requestId the id under which the log speaks of the request
 * @param inEnvelope whether it also carries {@code success} and {@code message}, for callers who
 *     look there for failures
 */
record ProblemDocument(ErrorCode code, String detail, String requestId, boolean inEnvelope) {

  static final String CONTENT_TYPE = "application/problem+json";

  Buffer toBuffer() {
    JsonObject json = inEnvelope ? envelope() : new JsonObject();
    return json.put("type", "urn:waggle:problem:" + code.wireName())
        .put("title", title())
        .put("status", code.httpStatus())
        .put("code", code.wireName())
        .put("detail", detail)
        .put("instance", "urn:waggle:request:" + requestId)
        .put("retryable", code.retryable())
        .toBuffer();
  }

  private JsonObject envelope() {
    return new JsonObject().put("success", false).put("message", detail);
  }

  private String title() {
    String words = code.wireName().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
