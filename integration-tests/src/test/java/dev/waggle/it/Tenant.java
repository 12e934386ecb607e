package dev.waggle.it;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.TextSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody with a key for one session, who listens to it on both gateways and through both doors,
 * and reaches for what is somebody else's in every way there is.
 */
final class Tenant implements AutoCloseable {

  private static final List<String> WILDCARDS =
      List.of(
          "waggle.sessions",
          "waggle.events",
          "waggle.session.*",
          "waggle.session.*.events",
          "waggle.session.*.room",
          "waggle.session.",
          "waggle.node.*",
          "waggle.keys.revoked",
          "whatsapp.qr",
          "whatsapp.message_create",
          "*");

  private final ClusterJvms cluster;
  private final String session;
  private final String key;
  private final Phone phone;
  private final List<TextSocket> listening = new ArrayList<>();
  private final List<TextSocket> reaching = new ArrayList<>();

  /** Has the operator make the key; the session does not exist yet. */
  Tenant(ClusterJvms cluster, String session) {
    this.cluster = cluster;
    this.session = session;
    this.phone = cluster.standIn().phone(session);
    JsonArray actions = JsonArray.of("read", "send", "control", "delete");
    JsonObject order = JsonObject.of("name", session, "sessions", JsonArray.of(session));
    this.key =
        cluster
            .first()
            .api()
            .http()
            .post("/api/keys", order.put("actions", actions))
            .ok()
            .json()
            .getString("key");
  }

  String session() {
    return session;
  }

  Phone phone() {
    return phone;
  }

  /** Through a gateway, with the tenant's own key. */
  SessionApi api(WaggleJvm gateway) {
    return new SessionApi(gateway.url(), key);
  }

  /** Listens to all that is its own. */
  void listen() throws Exception {
    for (WaggleJvm gateway : gateways()) {
      TextSocket door = door(gateway);
      door.send(frame("join-session", session)).send(frame("subscribe", session));
      door.send(frame("watch-sessions", JsonObject.of("messages", true)));
      TextSocket bridge = bridge(gateway);
      bridge.send(registration("waggle.session." + session + ".events"));
      bridge.send(registration("waggle.session." + session + ".room"));
      listening.addAll(List.of(door, bridge));
    }
  }

  /** Asks for what is another's, each time by a socket of its own. */
  void reachFor(String other) throws Exception {
    for (WaggleJvm gateway : gateways()) {
      for (String verb : List.of("join-session", "subscribe")) {
        reaching.add(door(gateway).send(frame(verb, other)));
      }
      for (String address : addressesOf(other)) {
        reaching.add(bridge(gateway).send(registration(address)));
      }
    }
  }

  /** Waits until every one of those was refused, and returns how many there were. */
  int awaitRefusals() {
    reaching.forEach(socket -> socket.await("a refusal", Tenant::isRefusal));
    return reaching.size();
  }

  /** The frames with news, of all sockets. */
  List<JsonObject> news() {
    return Stream.concat(listening.stream(), reaching.stream())
        .flatMap(socket -> socket.frames().stream())
        .filter(frame -> !isRefusal(frame))
        .toList();
  }

  /** Waits until every socket that listens has heard a text. */
  void awaitEverywhere(String text) {
    listening.forEach(socket -> socket.await(text, frame -> frame.encode().contains(text)));
  }

  private static boolean isRefusal(JsonObject frame) {
    boolean byTheDoor =
        "ack".equals(frame.getString("event")) && frame.getJsonObject("data").containsKey("error");
    return byTheDoor || "err".equals(frame.getString("type"));
  }

  private static List<String> addressesOf(String other) {
    String prefix = "waggle.session." + other;
    List<String> all = new ArrayList<>(List.of(prefix, prefix + ".events", prefix + ".room"));
    all.addAll(WILDCARDS);
    return all;
  }

  private List<WaggleJvm> gateways() {
    return List.of(cluster.first(), cluster.second());
  }

  private TextSocket door(WaggleJvm gateway) throws Exception {
    return TextSocket.open(gateway.url(), "/sockets/websocket", key);
  }

  private TextSocket bridge(WaggleJvm gateway) throws Exception {
    return TextSocket.open(gateway.url(), "/eventbus/websocket", key);
  }

  private static JsonObject frame(String event, Object data) {
    return new JsonObject().put("event", event).put("data", data).put("id", event);
  }

  private JsonObject registration(String address) {
    return new JsonObject()
        .put("type", "register")
        .put("address", address)
        .put("headers", JsonObject.of("X-Api-Key", key));
  }

  @Override
  public void close() {
    listening.forEach(TextSocket::close);
    reaching.forEach(TextSocket::close);
    api(cluster.first()).http().delete("/api/sessions/" + session);
  }
}
