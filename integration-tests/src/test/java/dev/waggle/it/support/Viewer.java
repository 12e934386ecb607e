package dev.waggle.it.support;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A browser that watches one address of the event bus bridge, over SockJS's raw WebSocket, as the
 * bridge's public clients do.
 */
public final class Viewer implements AutoCloseable {

  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  private Viewer(URI gateway, String key, String address) throws Exception {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    this.socket =
        client
            .newWebSocketBuilder()
            .header("X-Api-Key", key)
            .buildAsync(gateway.resolve("/eventbus/websocket"), new Frames())
            .get(10, TimeUnit.SECONDS);
    send(
        new JsonObject()
            .put("type", "register")
            .put("address", address)
            .put("headers", JsonObject.of("X-Api-Key", key)));
  }

  /** Watches an address through a gateway. */
  public static Viewer watch(String gatewayUrl, String key, String address) throws Exception {
    return new Viewer(URI.create(gatewayUrl.replaceFirst("^http", "ws") + "/"), key, address);
  }

  /** The bodies of everything published so far, oldest first. */
  public List<JsonObject> events() {
    return frames.stream()
        .filter(frame -> "rec".equals(frame.getString("type")))
        .map(frame -> frame.getJsonObject("body"))
        .toList();
  }

  /** Those of one type. */
  public List<JsonObject> events(String type) {
    return events().stream().filter(event -> type.equals(event.getString("type"))).toList();
  }

  /** Everything that came, errors of the bridge among it. */
  public List<JsonObject> frames() {
    return List.copyOf(frames);
  }

  /**
   * Keeps the bridge from letting the socket go, and shows that what was sent before is through.
   */
  public void ping() throws Exception {
    send(new JsonObject(Map.of("type", "ping")));
  }

  private void send(JsonObject frame) throws Exception {
    socket.sendText(frame.encode(), true).get(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Frames implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        frames.add(new JsonObject(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
