package dev.waggle.gateway.sockjs;

import dev.waggle.contract.ErrorCode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.Optional;

/** The key that a socket has shown; a socket that shows none in time is closed. */
final class SocketKey {

  private static final String SENTENCE =
      "Show the API key as X-Api-Key in the headers of the first message.";

  /** The code with which plain WebSockets are closed; SockJS has its own for every close. */
  private static final int NO_KEY = 4401;

  private final Vertx vertx;
  private final long deadline;
  private String shown;

  SocketKey(Vertx vertx, SockJSSocket socket, long timeoutMillis) {
    this.vertx = vertx;
    this.deadline = vertx.setTimer(timeoutMillis, late -> tooLate(socket));
  }

  /** The last good key; empty before the first. */
  Optional<String> shown() {
    return Optional.ofNullable(shown);
  }

  /** Remembers a good key and lets the socket stay. */
  void show(String key) {
    shown = key;
    forget();
  }

  /** Ends the wait. */
  void forget() {
    vertx.cancelTimer(deadline);
  }

  static void closeForLackOfKey(SockJSSocket socket) {
    socket.close(NO_KEY, SENTENCE);
  }

  private static void tooLate(SockJSSocket socket) {
    socket.write(BridgeError.frame(null, ErrorCode.UNAUTHORIZED, SENTENCE));
    closeForLackOfKey(socket);
  }
}
