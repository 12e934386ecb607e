package dev.waggle.gateway.sockets;

import dev.waggle.gateway.support.Await;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A client of the plain door that speaks its protocol frame by frame. */
final class DoorSocket implements AutoCloseable {

  private final WebSocketClient client;
  private final ClientWebSocket socket;
  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final Deque<JsonObject> held = new ArrayDeque<>();
  private final Promise<Integer> closed = Promise.promise();
  private int asked;

  private DoorSocket(WebSocketClient client, ClientWebSocket socket) {
    this.client = client;
    this.socket = socket;
    socket.handler(frame -> frames.add(frame.toJsonObject()));
    socket.closeHandler(end -> closed.complete(socket.closeStatusCode().intValue()));
  }

  /** The attempt, which may fail. */
  static Future<DoorSocket> connect(RunningGateway gateway, String query, MultiMap headers) {
    return connect(gateway.vertx().createWebSocketClient(), gateway.port(), query, headers);
  }

  /** Connects so many at once, each with the key in its handshake. */
  static List<DoorSocket> openMany(RunningGateway gateway, String key, int count) {
    WebSocketClient client =
        gateway
            .vertx()
            .createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count));
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Api-Key", key);
    List<Future<DoorSocket>> attempts =
        Stream.generate(() -> connect(client, gateway.port(), "", headers)).limit(count).toList();
    List<DoorSocket> sockets = attempts.stream().map(Await::result).toList();
    sockets.forEach(socket -> socket.next("connect"));
    return sockets;
  }

  private static Future<DoorSocket> connect(
      WebSocketClient client, int port, String query, MultiMap headers) {
    // Who listens only once it is connected may miss a frame that came with the answer.
    ClientWebSocket socket = client.webSocket();
    DoorSocket door = new DoorSocket(client, socket);
    return socket
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/sockets/websocket" + query)
                .setHeaders(headers))
        .map(door);
  }

  /** Connects without a key. */
  static DoorSocket stranger(RunningGateway gateway) {
    return Await.result(connect(gateway, "", MultiMap.caseInsensitiveMultiMap()));
  }

  /** Connects with a key in the handshake, and waits until it is let in. */
  static DoorSocket open(RunningGateway gateway, String key) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Api-Key", key);
    DoorSocket socket = Await.result(connect(gateway, "", headers));
    socket.next("connect");
    return socket;
  }

  /** Connects without a key to a door of its own. */
  static DoorSocket stranger(DoorServer door) {
    WebSocketClient client =
        door.vertx()
            .createWebSocketClient(
                new WebSocketClientOptions().setReceiveBufferSize(DoorServer.SMALL_BUFFER));
    return Await.result(connect(client, door.port(), "", MultiMap.caseInsensitiveMultiMap()));
  }

  /** The same, and shows a key. */
  static DoorSocket open(DoorServer door, String key) {
    DoorSocket socket = stranger(door);
    socket.send("auth", new JsonObject().put("key", key));
    socket.next("connect");
    return socket;
  }

  void sendText(String text) {
    socket.writeTextMessage(text);
  }

  void send(String event, Object data) {
    sendText(new JsonObject().put("event", event).put("data", data).encode());
  }

  /** Sends a frame and waits for the gateway's answer to it; frames in between are kept. */
  JsonObject ask(String event, Object data) {
    int id = ++asked;
    sendText(new JsonObject().put("event", event).put("data", data).put("id", id).encode());
    List<JsonObject> between = new ArrayList<>();
    JsonObject frame = next();
    while (!isAnswerTo(frame, id)) {
      between.add(frame);
      frame = next();
    }
    held.addAll(between);
    return frame.getJsonObject("data");
  }

  private static boolean isAnswerTo(JsonObject frame, int id) {
    return frame.getString("event").equals("ack") && frame.getInteger("id") == id;
  }

  /** The next frame from the gateway. */
  JsonObject next() {
    if (!held.isEmpty()) {
      return held.remove();
    }
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

  /** The data of the next frame, which must be of this event. */
  JsonObject next(String event) {
    JsonObject frame = next();
    if (!frame.getString("event").equals(event)) {
      throw new AssertionError("expected " + event + " but got " + frame);
    }
    return frame.getJsonObject("data");
  }

  /** The data of the next frame of this event; others are passed over. */
  JsonObject until(String event) {
    JsonObject frame = next();
    while (!frame.getString("event").equals(event)) {
      frame = next();
    }
    return frame.getJsonObject("data");
  }

  /** The frames of one event: all up to the first that announces no more. */
  List<JsonObject> batch() {
    List<JsonObject> batch = new ArrayList<>();
    do {
      batch.add(next());
    } while (batch.get(batch.size() - 1).getBoolean("more", false));
    return batch;
  }

  /** Every event that came before the answer to a ping: nothing else is on its way. */
  List<JsonObject> heard() {
    send("ping", null);
    List<JsonObject> heard = new ArrayList<>();
    for (JsonObject frame = next(); !frame.getString("event").equals("pong"); frame = next()) {
      heard.add(frame);
    }
    return heard;
  }

  /** Reads nothing more from the connection. */
  void stopReading() {
    socket.pause();
  }

  void readOn() {
    socket.resume();
  }

  boolean isOpen() {
    return !closed.future().isComplete();
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
