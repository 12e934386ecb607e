package dev.waggle.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What an operation answers.
 *
 * @param contentType null without a body
 */
public record Answer(int status, String contentType, Buffer body) {

  public static Answer ok(JsonObject json) {
    return new Answer(200, "application/json", json.toBuffer());
  }

  public static Answer ok(JsonArray json) {
    return new Answer(200, "application/json", json.toBuffer());
  }

  public static Answer created(JsonObject json) {
    return new Answer(201, "application/json", json.toBuffer());
  }

  public static Answer accepted(JsonObject json) {
    return new Answer(202, "application/json", json.toBuffer());
  }

  public static Answer text(String text) {
    return new Answer(200, "text/plain; charset=utf-8", Buffer.buffer(text));
  }

  public static Answer png(byte[] png) {
    return new Answer(200, "image/png", Buffer.buffer(png));
  }

  public static Answer noContent() {
    return new Answer(204, null, Buffer.buffer());
  }

  /** Writes it, told never to be kept: answers hold QRs, numbers and messages. */
  void writeTo(HttpServerResponse response) {
    response.setStatusCode(status).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (contentType == null) {
      response.end();
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(body);
    }
  }
}
