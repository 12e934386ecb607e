package dev.waggle.gateway.sockjs;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.ApiKeys;
import dev.waggle.gateway.access.Credentials;
import dev.waggle.gateway.access.Principal;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a socket may do. Every registration is checked anew, with the key in its envelope or
 * else the key that the socket showed before. Sends and publishes are refused, whatever they are.
 * All calls come on one event loop.
 */
final class BridgeAuthorizer implements Handler<BridgeEvent> {

  private final Vertx vertx;
  private final ApiKeys keys;
  private final AccessPolicy policy;
  private final long keyTimeoutMillis;
  private final Map<SockJSSocket, SocketKey> sockets = new HashMap<>();

  BridgeAuthorizer(Vertx vertx, ApiKeys keys, AccessPolicy policy, long keyTimeoutMillis) {
    this.vertx = vertx;
    this.keys = keys;
    this.policy = policy;
    this.keyTimeoutMillis = keyTimeoutMillis;
  }

  @Override
  public void handle(BridgeEvent event) {
    switch (event.type()) {
      case SOCKET_CREATED -> opened(event);
      case REGISTER -> register(event);
      case SEND, PUBLISH -> refuseInbound(event);
      case RECEIVE -> event.complete(feedOf(event).isPresent());
      case SOCKET_CLOSED, SOCKET_ERROR -> closed(event);
      default -> event.complete(true);
    }
  }

  private void opened(BridgeEvent event) {
    SockJSSocket socket = event.socket();
    String shown = HandshakeHandler.keyOf(socket.routingContext());
    SocketKey key = new SocketKey(vertx, socket, keyTimeoutMillis);
    if (shown != null) {
      key.show(shown);
    }
    sockets.put(socket, key);
    event.complete(true);
  }

  private void closed(BridgeEvent event) {
    SocketKey key = sockets.remove(event.socket());
    if (key != null) {
      key.forget();
    }
    event.complete(true);
  }

  private void register(BridgeEvent event) {
    Optional<Principal> principal = authenticate(event);
    if (principal.isEmpty()) {
      refuse(
          event, ErrorCode.UNAUTHORIZED, "Put a good key into the message's headers: X-Api-Key.");
      SocketKey.closeForLackOfKey(event.socket());
      return;
    }
    Optional<SessionName> session = feedOf(event);
    if (session.isEmpty()) {
      refuse(event, ErrorCode.FORBIDDEN, "A socket may listen to a session's events or room only.");
      return;
    }
    try {
      policy.require(principal.get(), Action.READ, session);
      event.complete(true);
    } catch (WaggleException e) {
      refuse(event, e.code(), e.getMessage());
    }
  }

  private void refuseInbound(BridgeEvent event) {
    if (authenticate(event).isEmpty()) {
      refuse(
          event, ErrorCode.UNAUTHORIZED, "Put a good key into the message's headers: X-Api-Key.");
      SocketKey.closeForLackOfKey(event.socket());
    } else {
      refuse(event, ErrorCode.FORBIDDEN, "Sockets only listen; use the HTTP API for commands.");
    }
  }

  /** Who sent the message; a good key in its envelope becomes the socket's. */
  private Optional<Principal> authenticate(BridgeEvent event) {
    SocketKey socket = sockets.get(event.socket());
    if (socket == null) {
      return Optional.empty();
    }
    Optional<String> key = Credentials.inEnvelope(event.getRawMessage()).or(socket::shown);
    Optional<Principal> principal = key.flatMap(keys::authenticate);
    principal.ifPresent(good -> socket.show(key.get()));
    return principal;
  }

  private static Optional<SessionName> feedOf(BridgeEvent event) {
    return Optional.ofNullable(event.getRawMessage().getString("address"))
        .flatMap(Addresses::sessionOfFeed);
  }

  private static void refuse(BridgeEvent event, ErrorCode code, String sentence) {
    JsonObject message = event.getRawMessage();
    String address = message.getString("replyAddress", message.getString("address"));
    event.socket().write(BridgeError.frame(address, code, sentence));
    event.complete(false);
  }
}
