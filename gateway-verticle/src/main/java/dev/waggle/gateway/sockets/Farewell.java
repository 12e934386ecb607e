package dev.waggle.gateway.sockets;

import io.vertx.core.Vertx;

/** The second between {@code session-complete} and the end of a viewer's place in the room. */
final class Farewell {

  private static final long DELAY_MILLIS = 1_000;
  private static final long NONE = -1;

  private final Vertx vertx;
  private final Runnable end;
  private long timer = NONE;

  Farewell(Vertx vertx, Runnable end) {
    this.vertx = vertx;
    this.end = end;
  }

  /** Starts the second, unless it has been started. */
  void begin() {
    if (timer == NONE) {
      timer = vertx.setTimer(DELAY_MILLIS, over -> end.run());
    }
  }

  void cancel() {
    vertx.cancelTimer(timer);
  }
}
