package dev.waggle.gateway.sockjs;

import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that speaks the bridge's protocol frame by frame, as none of the libraries would. */
final class RawSocket implements AutoCloseable {

  private final WebSocketClient client;
  private final WebSocket socket;
  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final Promise<Integer> closed = Promise.promise();

  private RawSocket(WebSocketClient client, WebSocket socket) {
    this.client = client;
    this.socket = socket;
    socket.handler(frame -> frames.add(frame.toJsonObject()));
    socket.closeHandler(end -> closed.complete((int) socket.closeStatusCode()));
  }

  /** Connects with headers and a query of its own. */
  static RawSocket open(RunningGateway gateway, String query, MultiMap headers) {
    return Await.result(connect(gateway, query, headers));
  }

  /** Connects with nothing special. */
  static RawSocket open(RunningGateway gateway) {
    return open(gateway, "", MultiMap.caseInsensitiveMultiMap());
  }

  /** The attempt, which may fail. */
  static Future<RawSocket> connect(RunningGateway gateway, String query, MultiMap headers) {
    WebSocketClient client = gateway.vertx().createWebSocketClient();
    return client
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(gateway.port())
                .setURI("/eventbus/websocket" + query)
                .setHeaders(headers))
        .map(socket -> new RawSocket(client, socket));
  }

  void send(JsonObject frame) {
    socket.writeTextMessage(frame.encode());
  }

  void register(String address, String key) {
    send(envelope("register", address, key));
  }

  static JsonObject envelope(String type, String address, String key) {
    JsonObject envelope = new JsonObject().put("type", type).put("address", address);
    return key == null ? envelope : envelope.put("headers", new JsonObject().put("X-Api-Key", key));
  }

  /** The next frame from the gateway. */
  JsonObject next() {
    try {
      JsonObject frame = frames.poll(10, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("no frame came");
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The code with which the gateway closed it. */
  int closeCode() {
    return Await.result(closed.future());
  }

  @Override
  public void close() {
    socket.close();
    client.close();
  }
}
