package dev.waggle.gateway.sockets;

import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.time.Duration;

/**
 * What is on its way to one client. A client that does not read what it gets is told nothing more:
 * it would grow this gateway's memory. The library's own mark of a full queue is of no use, for it
 * does not count what its WebSockets hold back.
 */
final class SendQueue {

  /** A client whose connection has taken nothing for so long while something waited is gone. */
  private static final long STALLED_NANOS = Duration.ofSeconds(30).toNanos();

  private final SockJSSocket socket;
  private final long limit;
  private final Runnable onTooSlow;
  private long waiting;
  private long lastProgress = System.nanoTime();
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param limit how many characters may wait
   * @param onTooSlow called once, when the client is too slow
   */
  SendQueue(SockJSSocket socket, long limit, Runnable onTooSlow) {
    this.socket = socket;
    this.limit = limit;
    this.onTooSlow = onTooSlow;
  }

  void send(String text) {
    if (closed) {
      return;
    }
    if (isStalled() || waiting + text.length() > limit) {
      close();
      onTooSlow.run();
      return;
    }
    waiting += text.length();
    socket.write(text).onComplete(done -> sent(text.length()));
  }

  /** Sends nothing more. */
  void close() {
    closed = true;
  }

  private boolean isStalled() {
    if (waiting == 0) {
      lastProgress = System.nanoTime();
    }
    return System.nanoTime() - lastProgress > STALLED_NANOS;
  }

  private void sent(int length) {
    waiting -= length;
    lastProgress = System.nanoTime();
  }
}
