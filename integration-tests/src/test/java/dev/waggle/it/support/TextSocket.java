package dev.waggle.it.support;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A WebSocket whose frames are JSON text both ways, and everything that came by it. */
public final class TextSocket implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final Queue<CompletableFuture<JsonObject>> waiting = new ConcurrentLinkedQueue<>();
  private final WebSocket socket;
  private volatile boolean closed;

  private TextSocket(URI address, Map<String, String> headers) throws Exception {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    WebSocket.Builder handshake = client.newWebSocketBuilder();
    headers.forEach(handshake::header);
    this.socket =
        handshake.buildAsync(address, new Frames()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Opens one, with the key in the handshake. */
  public static TextSocket open(String gatewayUrl, String path, String key) throws Exception {
    return new TextSocket(address(gatewayUrl, path), Map.of("X-Api-Key", key));
  }

  /** Opens one that has shown no key yet. */
  public static TextSocket openWithoutKey(String gatewayUrl, String path) throws Exception {
    return new TextSocket(address(gatewayUrl, path), Map.of());
  }

  private static URI address(String gatewayUrl, String path) {
    return URI.create(gatewayUrl.replaceFirst("^http", "ws") + path);
  }

  /** Sends a frame. */
  public TextSocket send(JsonObject frame) {
    socket.sendText(frame.encode(), true).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    return this;
  }

  /** Everything so far, oldest first. */
  public List<JsonObject> frames() {
    return List.copyOf(frames);
  }

  /** The first frame that fits; waits for it. */
  public JsonObject await(String what, Predicate<JsonObject> fits) {
    return Awaitility.await(what + " among " + frames)
        .atMost(PATIENCE)
        .until(() -> frames.stream().filter(fits).findFirst(), java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** The next frame that comes, without the pauses of somebody who looks again and again. */
  public CompletableFuture<JsonObject> next() {
    CompletableFuture<JsonObject> next = new CompletableFuture<>();
    waiting.add(next);
    return next.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Whether the other side has closed it. */
  public boolean isClosed() {
    return closed;
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
        JsonObject frame = new JsonObject(text.toString());
        text.setLength(0);
        frames.add(frame);
        CompletableFuture<JsonObject> first = waiting.poll();
        if (first != null) {
          first.complete(frame);
        }
      }
      from.request(1);
      return null;
    }

    /** The event bus bridge frames what it publishes so. */
    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      return onText(from, StandardCharsets.UTF_8.decode(data), last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed = true;
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      closed = true;
    }
  }
}
