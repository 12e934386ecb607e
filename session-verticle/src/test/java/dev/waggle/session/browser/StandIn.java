package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.simulator.SimulatorConfig;
import dev.waggle.simulator.WhatsAppWebSimulator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The stand-in of WhatsApp Web with its virtual phones, as these tests use it. */
final class StandIn implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final WhatsAppWebSimulator simulator =
      WhatsAppWebSimulator.start(SimulatorConfig.defaults().withTlsPort(SimulatorConfig.OFF));

  URI url() {
    return URI.create(simulator.url() + "/");
  }

  /** A phone with WhatsApp on it. */
  String phone(String number) {
    post("/phones", new JsonObject().put("number", number).put("name", "Phone " + number));
    return number;
  }

  void scan(String number, String qr) {
    post("/phones/" + number + "/scan", new JsonObject().put("code", qr));
  }

  /** Scans where the phone is expected to be refused. */
  void tryScan(String number, String qr) {
    request("POST", "/phones/" + number + "/scan", new JsonObject().put("code", qr).encode());
  }

  void pair(String number, String code) {
    post("/phones/" + number + "/pair", new JsonObject().put("code", code));
  }

  void unlink(String number) {
    post("/phones/" + number + "/unlink", new JsonObject());
  }

  JsonArray devices(String number) {
    return new JsonArray(call("GET", "/phones/" + number + "/devices", null));
  }

  /** Has one phone write to another. */
  void write(String from, String to, String text) {
    post("/phones/" + from + "/messages", new JsonObject().put("to", to).put("text", text));
  }

  /** A group of phones; its id. */
  String group(String... numbers) {
    JsonObject body =
        new JsonObject().put("subject", "Friends").put("participants", List.of(numbers));
    return new JsonObject(call("POST", "/groups", body.encode())).getString("id");
  }

  JsonArray messages(String number) {
    return new JsonArray(call("GET", "/phones/" + number + "/messages", null));
  }

  void read(String number, String messageId) {
    JsonArray ids = new JsonArray().add(messageId);
    post("/phones/" + number + "/read", new JsonObject().put("ids", ids));
  }

  void fault(String name, Object value) {
    post("/faults", new JsonObject().put(name, value));
  }

  /** Whether a fault that was switched on has hit as often as it was to. */
  boolean isUsedUp(String name) {
    return Boolean.FALSE.equals(new JsonObject(call("GET", "/faults", null)).getValue(name));
  }

  void noFaults() {
    call("DELETE", "/faults", null);
  }

  JsonObject totals() {
    return new JsonObject(call("GET", "/books", null)).getJsonObject("totals");
  }

  @Override
  public void close() {
    simulator.close();
  }

  private void post(String path, JsonObject body) {
    call("POST", path, body.encode());
  }

  private String call(String method, String path, String body) {
    HttpResponse<String> response = request(method, path, body);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    return response.body();
  }

  private HttpResponse<String> request(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(simulator.url() + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }
}
