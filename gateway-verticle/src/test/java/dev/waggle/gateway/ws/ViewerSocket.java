package dev.waggle.gateway.ws;

import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of {@code /ws}. */
final class ViewerSocket implements AutoCloseable {

  private final WebSocketClient client;
  private final ClientWebSocket socket;
  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final Promise<Integer> closed = Promise.promise();

  private ViewerSocket(WebSocketClient client, ClientWebSocket socket) {
    this.client = client;
    this.socket = socket;
    socket.textMessageHandler(text -> frames.add(new JsonObject(text)));
    socket.closeHandler(end -> closed.tryComplete((int) socket.closeStatusCode()));
  }

  /** Connects with the gateway's key in a header. */
  static ViewerSocket open(RunningGateway gateway) {
    return Await.result(connect(gateway, "", header("X-Api-Key", RunningGateway.KEY)));
  }

  /** Connects and hears the status, so that it misses no event from then on. */
  static ViewerSocket greeted(RunningGateway gateway) {
    ViewerSocket socket = open(gateway);
    socket.next("status");
    return socket;
  }

  /** Connects and shows no key. */
  static ViewerSocket anonymous(RunningGateway gateway) {
    return Await.result(connect(gateway, "", MultiMap.caseInsensitiveMultiMap()));
  }

  /** The attempt, which may fail. */
  static Future<ViewerSocket> connect(RunningGateway gateway, String query, MultiMap headers) {
    WebSocketClient client = gateway.vertx().createWebSocketClient();
    // Who listens only once it is connected may miss a frame that came with the answer.
    ClientWebSocket socket = client.webSocket();
    ViewerSocket viewer = new ViewerSocket(client, socket);
    return socket
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(gateway.port())
                .setURI("/ws" + query)
                .setHeaders(headers))
        .map(viewer);
  }

  static MultiMap header(String name, String value) {
    return MultiMap.caseInsensitiveMultiMap().add(name, value);
  }

  /** The frame that tells it. */
  static JsonObject status(boolean authenticated, boolean connecting) {
    return new JsonObject()
        .put("type", "status")
        .put("authenticated", authenticated)
        .put("connecting", connecting);
  }

  /** Sends {@code {"type": type}}. */
  void say(String type) {
    send(new JsonObject().put("type", type).encode());
  }

  void send(String text) {
    Await.result(socket.writeTextMessage(text));
  }

  /** The next frame. */
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

  /** The next frame of a type; others are passed over. */
  JsonObject next(String type) {
    JsonObject frame = next();
    while (!frame.getString("type").equals(type)) {
      frame = next();
    }
    return frame;
  }

  /** The code with which the gateway closed it. */
  int closeCode() {
    return Await.result(closed.future());
  }

  @Override
  public void close() {
    Await.result(socket.close());
    client.close();
  }
}
