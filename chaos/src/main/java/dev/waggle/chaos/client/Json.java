package dev.waggle.chaos.client;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plain HTTP client for JSON APIs, blocking, with a deadline on everything. */
public final class Json {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String base;
  private final Map<String, String> headers;

  /**
   * A client of one server.
   *
   * @param base scheme, host and port
   * @param headers sent with every request
   */
  public Json(String base, Map<String, String> headers) {
    this.base = base.replaceAll("/$", "");
    this.headers = Map.copyOf(headers);
  }

  /** What came back. */
  public record Answer(int status, String contentType, Buffer content) {

    public byte[] body() {
      return content.getBytes();
    }

    public String text() {
      return content.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    public JsonObject json() {
      return new JsonObject(text());
    }

    public JsonArray array() {
      return new JsonArray(text());
    }

    /** This answer, unless its status is not a success. */
    public Answer ok() {
      if (status / 100 != 2) {
        throw new AssertionError("HTTP " + status + ": " + text());
      }
      return this;
    }
  }

  public Answer get(String path, String... extraHeaders) {
    return send("GET", path, null, extraHeaders);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer post(String path, JsonObject body) {
    return send("POST", path, body.encode().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public Answer post(String path) {
    return send("POST", path, null);
  }

  public Answer put(String path, JsonObject body) {
    return send("PUT", path, body.encode().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** A request with bytes of any type; the last header of a name wins. */
  public Answer send(String method, String path, byte[] body, String... extraHeaders) {
    List<String> all = new ArrayList<>();
    headers.forEach((name, value) -> all.addAll(List.of(name, value)));
    all.addAll(List.of("Content-Type", "application/json"));
    all.addAll(List.of(extraHeaders));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LIMIT)
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (int i = 0; i < all.size(); i += 2) {
      request.setHeader(all.get(i), all.get(i + 1));
    }
    return exchange(request.build());
  }

  private static Answer exchange(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), type, Buffer.buffer(response.body()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
