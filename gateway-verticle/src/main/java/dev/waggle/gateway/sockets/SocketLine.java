package dev.waggle.gateway.sockets;

import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out to one client, and its end. */
final class SocketLine {

  private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
  private static final long LAST_WORDS_SECONDS = 2;

  private final SockJSSocket socket;
  private final SendQueue queue;
  private final Runnable onOver;

  /** Nothing more is taken or told; the socket is closed or is being closed. */
  private boolean over;

  private boolean closed;

  /**
   * A line that is open.
   *
   * @param backlog how many characters may wait for the client
   * @param onOver called once, when nothing more is to be taken or told
   */
  SocketLine(SockJSSocket socket, long backlog, Runnable onOver) {
    this.socket = socket;
    this.queue = new SendQueue(socket, backlog, this::tooSlow);
    this.onOver = onOver;
    socket.closeHandler(gone -> lost()).exceptionHandler(failure -> lost());
  }

  boolean isOver() {
    return over;
  }

  void send(String frame) {
    queue.send(frame);
  }

  /** Tells a failure that answers no frame in particular. */
  void tell(WaggleException failure) {
    send(ServerFrame.plain("error", ServerFrame.problem(failure)));
  }

  /** Closes at once. */
  void close(int code, String sentence) {
    finish();
    if (!closed) {
      closed = true;
      socket.close(code, sentence);
    }
  }

  /**
   * Closes when a last frame has been sent: polling clients get it with their next request, but
   * only as long as the socket is open.
   */
  void close(int code, String sentence, String event, JsonObject data) {
    if (over) {
      return;
    }
    finish();
    lastWords(ServerFrame.plain(event, data)).onComplete(told -> close(code, sentence));
  }

  private Future<Void> lastWords(String frame) {
    return socket.write(frame).timeout(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
  }

  private void tooSlow() {
    LOG.info("event=socket-too-slow");
    close(CloseCode.TOO_SLOW, "This client does not read what it gets; connect again.");
  }

  private void lost() {
    closed = true;
    finish();
  }

  private void finish() {
    if (!over) {
      over = true;
      queue.close();
      onOver.run();
    }
  }
}
