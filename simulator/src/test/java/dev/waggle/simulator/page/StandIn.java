package dev.waggle.simulator.page;

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

/** A running stand-in with two phones, and what a test does with them by HTTP. */
final class StandIn implements AutoCloseable {

  static final String ANA = "5511900000001";
  static final String BEN = "5511900000002";
  static final String BEN_ID = BEN + "@c.us";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final WhatsAppWebSimulator simulator;

  StandIn(SimulatorConfig config) {
    simulator = WhatsAppWebSimulator.start(config);
  }

  /** Forgets everything and makes both phones anew. */
  void reset() {
    simulator.reset();
    call("DELETE", "/faults", null);
    createPhone(ANA, "Ana");
    createPhone(BEN, "Ben");
  }

  private void createPhone(String number, String name) {
    post("/phones", new JsonObject().put("number", number).put("name", name));
  }

  String url() {
    return simulator.url();
  }

  int httpsPort() {
    return simulator.httpsPort();
  }

  HttpResponse<String> scan(byte[] picture) {
    return call("POST", "/phones/" + ANA + "/scan", picture);
  }

  HttpResponse<String> scan(String code) {
    return scan(new JsonObject().put("code", code).toBuffer().getBytes());
  }

  void pair(String code) {
    post("/phones/" + ANA + "/pair", new JsonObject().put("code", code));
  }

  void benWrites(String text) {
    benWrites(ANA, text);
  }

  void benWrites(String to, String text) {
    post("/phones/" + BEN + "/messages", new JsonObject().put("to", to).put("text", text));
  }

  String lidOfBen() {
    return new JsonObject(call("GET", "/phones/" + BEN, null).body()).getString("lid");
  }

  /** A group of the two. */
  String createGroup() {
    JsonObject group =
        new JsonObject().put("subject", "Us").put("participants", new JsonArray(List.of(ANA, BEN)));
    return new JsonObject(call("POST", "/groups", group.toBuffer().getBytes()).body())
        .getString("id");
  }

  void benSends(JsonObject media, String caption) {
    JsonObject body = new JsonObject().put("to", ANA).put("media", media).put("caption", caption);
    post("/phones/" + BEN + "/messages", body);
  }

  void benReads() {
    post("/phones/" + BEN + "/read", new JsonObject());
  }

  void benCalls() {
    post("/phones/" + ANA + "/calls", new JsonObject().put("from", BEN).put("video", true));
  }

  JsonArray messagesOfBen() {
    return new JsonArray(call("GET", "/phones/" + BEN + "/messages", null).body());
  }

  JsonArray devices() {
    return new JsonArray(call("GET", "/phones/" + ANA + "/devices", null).body());
  }

  void unlink() {
    post("/phones/" + ANA + "/unlink", new JsonObject());
  }

  /** Switches a fault on, once: the page it hits is the only one there is. */
  void faultOnce(String name) {
    fault(name, new JsonObject().put("count", 1));
  }

  void fault(String name, Object value) {
    post("/faults", new JsonObject().put(name, value));
  }

  JsonObject books() {
    return new JsonObject(call("GET", "/books", null).body()).getJsonObject("totals");
  }

  private void post(String path, JsonObject body) {
    HttpResponse<String> answer = call("POST", path, body.toBuffer().getBytes());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 201);
  }

  private HttpResponse<String> call(String method, String path, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(Duration.ofSeconds(10))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }
}
