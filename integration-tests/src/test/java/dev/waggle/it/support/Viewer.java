package dev.waggle.it.support;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A browser that watches one address of the event bus bridge, over SockJS's raw WebSocket, as the
 * bridge's public clients do.
 */
public final class Viewer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> pinging;
  private final WebSocket socket;

  private Viewer(URI gateway, String key, String address) throws Exception {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    this.socket =
        client
            .newWebSocketBuilder()
            .header("X-Api-Key", key)
            .buildAsync(gateway.resolve("/eventbus/websocket"), new Frames())
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    send(
        new JsonObject()
            .put("type", "register")
            .put("address", address)
            .put("headers", JsonObject.of("X-Api-Key", key)));
    awaitRegistered();
    // The bridge lets go of sockets that are silent for long.
    this.pinging =
        pings.scheduleAtFixedRate(
            () -> send(new JsonObject().put("type", "ping")), 5, 5, TimeUnit.SECONDS);
  }

  /** The bridge takes frames in turn, and it answers only those that it does not know. */
  private void awaitRegistered() {
    send(new JsonObject().put("type", "unheard-of").put("address", "x"));
    Awaitility.await("an answer of the bridge")
        .atMost(PATIENCE)
        .until(
            () ->
                frames.stream().anyMatch(frame -> "invalid_type".equals(frame.getString("body"))));
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

  private void send(JsonObject frame) {
    socket.sendText(frame.encode(), true).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    pinging.cancel(true);
    pings.shutdownNow();
    socket.abort();
  }

  /** The raw transport frames what it publishes as binary, and errors as text. */
  private final class Frames implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private Buffer bytes = Buffer.buffer();

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

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      byte[] part = new byte[data.remaining()];
      data.get(part);
      bytes.appendBytes(part);
      if (last) {
        frames.add(new JsonObject(bytes));
        bytes = Buffer.buffer();
      }
      from.request(1);
      return null;
    }
  }
}
