package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets nobody hold a connection by sending a request letter by letter: its head must be there in
 * time, and so must its body. Sockets and answers that are long under way are not meant. For one
 * event loop.
 */
public final class SlowCallers implements PlatformHandler {

  private static final Duration HEAD = Duration.ofSeconds(20);

  /** After an answer a connection may rest as long as an idle one anywhere. */
  private static final Duration NEXT_HEAD = Duration.ofSeconds(90);

  private static final int SWITCHING_PROTOCOLS = 101;

  private final Vertx vertx;
  private final Duration head;
  private final Duration nextHead;
  private final Duration body;
  private final Map<HttpConnection, Long> waiting = new HashMap<>();

  /**
   * Deadlines of one server.
   *
   * @param body for a whole body, from the end of the head
   */
  public SlowCallers(Vertx vertx, Duration body) {
    this(vertx, HEAD, NEXT_HEAD, body);
  }

  SlowCallers(Vertx vertx, Duration head, Duration nextHead, Duration body) {
    this.vertx = vertx;
    this.head = head;
    this.nextHead = nextHead;
    this.body = body;
  }

  /** Expects the first request of a connection. */
  public void connected(HttpConnection connection) {
    expect(connection, head);
    connection.closeHandler(gone -> arrived(connection));
  }

  @Override
  public void handle(RoutingContext context) {
    HttpConnection connection = context.request().connection();
    arrived(connection);
    long timer =
        ContentTypeHandler.hasBody(context.request())
            ? vertx.setTimer(body.toMillis(), late -> giveUp(context))
            : -1;
    context.addEndHandler(
        ended -> {
          vertx.cancelTimer(timer);
          if (ended.succeeded() && !isSocket(context)) {
            expect(connection, nextHead);
          }
        });
    context.next();
  }

  private static boolean isSocket(RoutingContext context) {
    return context.response().getStatusCode() == SWITCHING_PROTOCOLS;
  }

  private void expect(HttpConnection connection, Duration time) {
    arrived(connection);
    waiting.put(connection, vertx.setTimer(time.toMillis(), late -> connection.close()));
  }

  private void arrived(HttpConnection connection) {
    Long timer = waiting.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  private static void giveUp(RoutingContext context) {
    if (!context.request().isEnded() && !context.response().ended()) {
      // Else the server would go on waiting for the rest.
      context.addEndHandler(told -> context.request().connection().close());
      context.fail(
          new WaggleException(
              ErrorCode.REQUEST_TIMEOUT, "The body did not come in time; send it faster."));
    }
  }
}
