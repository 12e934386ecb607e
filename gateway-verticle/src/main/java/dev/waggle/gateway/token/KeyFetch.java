package dev.waggle.gateway.token;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks an identity provider for its keys, for five seconds at most. */
final class KeyFetch {

  private static final long PATIENCE_MS = 5_000;
  private static final int LARGEST = 256 * 1024;

  private final HttpClient client;
  private final URI address;

  /** A client that is closed with the verticle that makes it. */
  KeyFetch(Vertx vertx, URI address) {
    this.client = vertx.createHttpClient();
    this.address = address;
  }

  /** The RSA keys among what is published that are meant for RS256. */
  Future<List<JsonObject>> fetch() {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(address.toString())
            .setTimeout(PATIENCE_MS)
            .setIdleTimeout(PATIENCE_MS);
    return client
        .request(options)
        .compose(HttpClientRequest::send)
        .expecting(HttpResponseExpectation.SC_OK)
        .compose(KeyFetch::read)
        .map(body -> usable(body.toJsonObject().getJsonArray("keys", new JsonArray())))
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS);
  }

  private static Future<Buffer> read(HttpClientResponse response) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.handler(
        part -> {
          if (body.length() + part.length() > LARGEST) {
            whole.tryFail("the answer is too large");
            response.request().reset();
          } else {
            body.appendBuffer(part);
          }
        });
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(body));
    return whole.future();
  }

  private static List<JsonObject> usable(JsonArray keys) {
    return keys.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(key -> "RSA".equals(key.getString("kty")))
        .filter(key -> "RS256".equals(key.getString("alg", "RS256")))
        .filter(key -> "sig".equals(key.getString("use", "sig")))
        .toList();
  }
}
