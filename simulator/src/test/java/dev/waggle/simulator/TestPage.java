package dev.waggle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A page's side of one connection. Frames are kept until a test asks for them, in order. */
final class TestPage implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final WebSocketClient client;
  private final List<JsonObject> frames = new ArrayList<>();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final TestIdentity identity;
  private final ClientWebSocket socket;

  private TestPage(Vertx vertx, TestIdentity identity) {
    this.client = vertx.createWebSocketClient();
    this.identity = identity;
    // Heard before it is connected: the challenge comes with the answer to the handshake.
    this.socket = client.webSocket();
    socket.textMessageHandler(this::arrived);
    socket.closeHandler(gone -> closed.set(true));
  }

  static TestPage open(Vertx vertx, int port, TestIdentity identity) throws TimeoutException {
    TestPage page = new TestPage(vertx, identity);
    page.socket.connect(port, "127.0.0.1", "/ws/chat").await(30, TimeUnit.SECONDS);
    return page;
  }

  private void arrived(String text) {
    synchronized (frames) {
      frames.add(new JsonObject(text));
    }
  }

  TestIdentity identity() {
    return identity;
  }

  boolean isClosed() {
    return closed.get();
  }

  /** 1006 when there was no close frame. */
  int closeCode() {
    return socket.closeStatusCode();
  }

  void awaitClosed() {
    await().atMost(DEADLINE).untilTrue(closed);
  }

  /** The next frame of a type, taken out. */
  JsonObject next(String type) {
    return next(type, null);
  }

  private JsonObject next(String type, Object id) {
    return await("a frame '" + type + "'")
        .atMost(DEADLINE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> take(type, id), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<JsonObject> take(String type, Object id) {
    synchronized (frames) {
      Optional<JsonObject> found =
          frames.stream()
              .filter(one -> type.equals(one.getString("type")))
              .filter(one -> id == null || id.equals(one.getLong("id")))
              .findFirst();
      found.ifPresent(frames::remove);
      return found;
    }
  }

  /** Frames of a type that nobody has asked for yet. */
  long unseen(String type) {
    synchronized (frames) {
      return frames.stream().filter(one -> type.equals(one.getString("type"))).count();
    }
  }

  void say(JsonObject frame) throws TimeoutException {
    socket.writeTextMessage(frame.encode()).await(30, TimeUnit.SECONDS);
  }

  JsonObject ask(JsonObject frame) throws TimeoutException {
    long id = ids.incrementAndGet();
    say(frame.copy().put("id", id));
    return next("reply", id);
  }

  JsonObject ask(String type) throws TimeoutException {
    return ask(new JsonObject().put("type", type));
  }

  /** Registers and shows the first ref; returns the refs. */
  List<String> register() throws GeneralSecurityException, TimeoutException {
    List<String> refs = refs(ask(identity.register()));
    show(refs.get(0));
    return refs;
  }

  static List<String> refs(JsonObject frame) {
    return frame.getJsonArray("refs").stream().map(String.class::cast).toList();
  }

  /** Says which ref is on show, and waits until the server has heard it. */
  void show(String ref) throws TimeoutException {
    say(new JsonObject().put("type", "ref-shown").put("ref", ref));
    sync();
  }

  /** Waits until the server has handled everything said before. */
  void sync() throws TimeoutException {
    assertThat(ask("ping").containsKey("error")).isFalse();
  }

  /** What this connection is challenged to sign. */
  byte[] nonce() {
    return Base64.getDecoder().decode(next("challenge").getString("nonce"));
  }

  JsonObject logIn(String device) throws GeneralSecurityException, TimeoutException {
    return ask(identity.login(device, nonce()));
  }

  JsonObject send(String id, String to, String text) throws TimeoutException {
    JsonObject msg =
        new JsonObject().put("id", id).put("to", to).put("type", "chat").put("body", text);
    return ask(new JsonObject().put("type", "send").put("msg", msg.put("t", 1_700_000_000)));
  }

  /** The next message, which the page then has. */
  JsonObject receive() throws TimeoutException {
    JsonObject msg = next("message").getJsonObject("msg");
    say(about("received", msg.getString("id")).put("from", msg.getString("from")));
    return msg;
  }

  static JsonObject about(String type, String id) {
    return new JsonObject().put("type", type).put("ids", new JsonArray().add(id));
  }

  @Override
  public void close() throws TimeoutException {
    client.close().await(30, TimeUnit.SECONDS);
  }
}
