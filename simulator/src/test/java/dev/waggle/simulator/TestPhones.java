package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The stand-in's HTTP as a test uses it. */
final class TestPhones {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;

  TestPhones(String base) {
    this.base = base;
  }

  HttpResponse<String> call(String method, String path, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(10))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> tryPost(String path, JsonObject body)
      throws IOException, InterruptedException {
    return call("POST", path, body.toBuffer().getBytes());
  }

  JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    HttpResponse<String> response = tryPost(path, body);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    return new JsonObject(response.body());
  }

  JsonObject get(String path) throws IOException, InterruptedException {
    return new JsonObject(call("GET", path, null).body());
  }

  JsonArray list(String path) throws IOException, InterruptedException {
    return new JsonArray(call("GET", path, null).body());
  }

  void create(String number, String name) throws IOException, InterruptedException {
    post("/phones", new JsonObject().put("number", number).put("name", name));
  }

  HttpResponse<String> scan(String number, String code) throws IOException, InterruptedException {
    return tryPost("/phones/" + number + "/scan", new JsonObject().put("code", code));
  }

  JsonObject write(String number, String to, String text) throws IOException, InterruptedException {
    return post(
        "/phones/" + number + "/messages", new JsonObject().put("to", to).put("text", text));
  }

  JsonObject fault(String name, Object value) throws IOException, InterruptedException {
    return post("/faults", new JsonObject().put(name, value));
  }

  /** The counts of a device. */
  JsonObject book(String device) throws IOException, InterruptedException {
    return get("/books").getJsonArray("devices").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("device").equals(device))
        .findFirst()
        .orElseThrow();
  }

  /** The last message that a phone has. */
  JsonObject lastMessage(String number) throws IOException, InterruptedException {
    JsonArray messages = list("/phones/" + number + "/messages");
    return messages.getJsonObject(messages.size() - 1);
  }
}
