package dev.waggle.gateway.sockjs;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.access.Revocations;
import io.vertx.core.Vertx;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that a socket has shown; a socket that shows none in time is closed, and so is one of
 * whose keys any is revoked or expires.
 */
final class SocketKey {

  private static final String SHOW_ONE =
      "Show the API key as X-Api-Key in the headers of the first message.";

  private static final String OVER = "The key was revoked or has expired; connect with another.";

  /** The code with which plain WebSockets are closed; SockJS has its own for every close. */
  private static final int NO_KEY = 4401;

  private final Vertx vertx;
  private final Revocations revocations;
  private final SockJSSocket socket;
  private final OpenSockets.Place place;
  private final long deadline;
  private final Map<Principal, Revocations.Watch> principals = new HashMap<>();
  private String shown;

  SocketKey(
      Vertx vertx,
      Revocations revocations,
      SockJSSocket socket,
      OpenSockets.Place place,
      long timeoutMillis) {
    this.place = place;
    this.vertx = vertx;
    this.revocations = revocations;
    this.socket = socket;
    this.deadline = vertx.setTimer(timeoutMillis, late -> close(SHOW_ONE));
  }

  /** The last good key; empty before the first. */
  Optional<String> shown() {
    return Optional.ofNullable(shown);
  }

  /**
   * Remembers a good key and lets the socket stay for as long as the key is good.
   *
   * @throws WaggleException when too many sockets have shown it; this one is then to be closed
   */
  void show(String credential, Principal principal) {
    place.belongsTo(principal);
    shown = credential;
    vertx.cancelTimer(deadline);
    principals.computeIfAbsent(principal, who -> revocations.watch(who, () -> close(OVER)));
  }

  /** Releases everything; the socket is gone. */
  void forget() {
    place.leave();
    vertx.cancelTimer(deadline);
    principals.values().forEach(Revocations.Watch::end);
    principals.clear();
  }

  static void closeForLackOfKey(SockJSSocket socket) {
    socket.close(NO_KEY, SHOW_ONE);
  }

  static void closeFull(SockJSSocket socket, WaggleException full) {
    socket.write(BridgeError.frame(null, full.code(), full.getMessage()));
    socket.close(OpenSockets.TRY_AGAIN_LATER, full.getMessage());
  }

  private void close(String sentence) {
    socket.write(BridgeError.frame(null, ErrorCode.UNAUTHORIZED, sentence));
    socket.close(NO_KEY, sentence);
  }
}
