package dev.waggle.chaos.client;

import dev.waggle.chaos.standin.Phone;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The canonical HTTP API, as a user's script calls it. */
public final class SessionApi {

  /** A browser start on a busy machine, and then some. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Json http;

  /** With a key. */
  public SessionApi(String url, String key) {
    Secrets.add(key);
    this.http = new Json(url, Map.of("X-Api-Key", key));
  }

  /** For what this class has no word for. */
  public Json http() {
    return http;
  }

  /** Creates a session and starts it. */
  public JsonObject createAndStart(String name) {
    return create(name, new JsonObject());
  }

  /** Creates a session with a config and starts it. */
  public JsonObject create(String name, JsonObject config) {
    JsonObject body = new JsonObject().put("name", name).put("start", true).put("config", config);
    return http.post("/api/sessions", body).ok().json();
  }

  public JsonObject session(String name) {
    return http.get("/api/sessions/" + name).ok().json();
  }

  /** What became of a session, newest first. */
  public List<JsonObject> history(String name) {
    return http.get("/api/sessions/" + name + "/history?limit=100").ok().array().stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  /** One of start, stop, restart, logout, reset. */
  public JsonObject order(String name, String verb) {
    return http.post("/api/sessions/" + name + "/" + verb).ok().json();
  }

  public String status(String name) {
    return session(name).getString("status");
  }

  /** Waits for a status; the failure shows the whole session. */
  public JsonObject awaitStatus(String name, String status) {
    Awaitility.await("session " + name + " to be " + status)
        .atMost(PATIENCE)
        .untilAsserted(() -> requireStatus(session(name), status));
    return session(name);
  }

  private static void requireStatus(JsonObject session, String status) {
    if (!status.equals(session.getString("status"))) {
      throw new AssertionError("not " + status + " but " + session.encode());
    }
  }

  /** Waits for the QR and returns its PNG, as the API gives it. */
  public byte[] awaitQrPng(String name) {
    String path = "/api/" + name + "/auth/qr?format=image";
    return Awaitility.await("a QR of session " + name)
        .atMost(PATIENCE)
        .until(() -> http.get(path, "Accept", "image/png"), answer -> answer.status() == 200)
        .body();
  }

  /** Starts a session and links it by scanning the picture that the API returned. */
  public void link(String name, Phone phone) {
    createAndStart(name);
    scan(name, phone);
  }

  /** Links a started session by scanning the picture that the API returned. */
  public void scan(String name, Phone phone) {
    phone.scan(awaitQrPng(name)).ok();
    awaitStatus(name, "WORKING");
  }

  public Json.Answer sendText(String session, String chatId, String text) {
    return http.post(
        "/api/sendText",
        new JsonObject().put("session", session).put("chatId", chatId).put("text", text));
  }
}
