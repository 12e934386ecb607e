package dev.waggle.gateway.sockjs;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.Credentials;
import dev.waggle.gateway.access.Principal;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Decides what a socket may do. Every registration is checked anew, with the key in its envelope or
 * else the key that the socket showed before. Sends and publishes are refused, whatever they are.
 * All calls come on one event loop.
 */
final class BridgeAuthorizer implements Handler<BridgeEvent> {

  private final Vertx vertx;
  private final Access access;
  private final long keyTimeoutMillis;
  private final Map<SockJSSocket, SocketKey> sockets = new HashMap<>();

  BridgeAuthorizer(Vertx vertx, Access access, long keyTimeoutMillis) {
    this.vertx = vertx;
    this.access = access;
    this.keyTimeoutMillis = keyTimeoutMillis;
  }

  @Override
  public void handle(BridgeEvent event) {
    switch (event.type()) {
      case SOCKET_CREATED -> opened(event);
      case REGISTER -> whenKnown(event, this::register);
      case SEND, PUBLISH -> whenKnown(event, (refused, who) -> refuseInbound(refused));
      case RECEIVE -> event.complete(feedOf(event).isPresent());
      case SOCKET_CLOSED, SOCKET_ERROR -> {
        closed(event.socket());
        event.complete(true);
      }
      default -> event.complete(true);
    }
  }

  private void opened(BridgeEvent event) {
    SockJSSocket socket = event.socket();
    try {
      take(socket);
      event.complete(true);
    } catch (WaggleException full) {
      SocketKey.closeFull(socket, full);
      // The bridge reports no end of a socket that it has not begun with.
      closed(socket);
      event.complete(false);
    }
  }

  private void take(SockJSSocket socket) {
    SocketKey key =
        new SocketKey(
            vertx, access.revocations(), socket, access.sockets().take(), keyTimeoutMillis);
    sockets.put(socket, key);
    HandshakeHandler.shownBy(socket.routingContext())
        .ifPresent(shown -> key.show(shown.credential(), shown.principal()));
  }

  private void closed(SockJSSocket socket) {
    SocketKey key = sockets.remove(socket);
    if (key != null) {
      key.forget();
    }
  }

  /**
   * Hands the sender on; whoever is not known is refused. The socket's further frames wait, so that
   * they are taken in order, and no more of them than the bridge has counted.
   */
  private void whenKnown(BridgeEvent event, BiConsumer<BridgeEvent, Principal> next) {
    Future<Principal> lookup = authenticate(event);
    boolean pending = !lookup.isComplete();
    if (pending) {
      event.socket().pause();
    }
    lookup.onComplete(
        found -> {
          if (found.succeeded()) {
            next.accept(event, found.result());
          } else {
            refuseStranger(event, WaggleException.of(found.cause()));
          }
          if (pending) {
            event.socket().resume();
          }
        });
  }

  /** Who sent the message; a good key in its envelope becomes the socket's. */
  private Future<Principal> authenticate(BridgeEvent event) {
    SocketKey socket = sockets.get(event.socket());
    Optional<String> credential =
        Credentials.inEnvelope(event.getRawMessage())
            .or(() -> Optional.ofNullable(socket).flatMap(SocketKey::shown));
    if (socket == null || credential.isEmpty()) {
      return Future.failedFuture(
          new WaggleException(
              ErrorCode.UNAUTHORIZED, "Put a good key into the message's headers: X-Api-Key."));
    }
    return access
        .authenticator()
        .authenticate(credential.get(), event.socket().remoteAddress())
        .map(who -> keep(event.socket(), credential.get(), who));
  }

  /** Unless the socket was closed meanwhile, for then nothing would ever release what it holds. */
  private Principal keep(SockJSSocket socket, String credential, Principal who) {
    SocketKey key = sockets.get(socket);
    if (key != null) {
      key.show(credential, who);
    }
    return who;
  }

  private void register(BridgeEvent event, Principal who) {
    Optional<SessionName> session = feedOf(event);
    if (session.isEmpty()) {
      refuse(event, ErrorCode.FORBIDDEN, "A socket may listen to a session's events or room only.");
      return;
    }
    try {
      access.policy().require(who, Action.READ, session);
      event.complete(true);
    } catch (WaggleException e) {
      refuse(event, e.code(), e.getMessage());
    }
  }

  private static void refuseInbound(BridgeEvent event) {
    refuse(event, ErrorCode.FORBIDDEN, "Sockets only listen; use the HTTP API for commands.");
  }

  /** A socket whose key cannot be looked up at the moment may try again. */
  private static void refuseStranger(BridgeEvent event, WaggleException failure) {
    refuse(event, failure.code(), failure.getMessage());
    if (failure.code() == ErrorCode.UNAUTHORIZED) {
      SocketKey.closeForLackOfKey(event.socket());
    } else if (failure.code() == ErrorCode.TOO_MANY_REQUESTS) {
      SocketKey.closeFull(event.socket(), failure);
    }
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
