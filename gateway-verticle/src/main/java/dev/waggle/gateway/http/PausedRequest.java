package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * A request that flows on when something is known, such as who sent it. Its body waits meanwhile:
 * bytes that came while nobody reads them would be lost, and a stranger's are not to be kept.
 */
public record PausedRequest(RoutingContext context) {

  /** Hands on what was looked up, or answers the request with the failure. */
  public <T> void whenKnown(Future<T> lookup, Handler<T> next) {
    boolean pending = !lookup.isComplete() && !context.request().isEnded();
    if (pending) {
      context.request().pause();
    }
    lookup.onComplete(
        found -> {
          resume(pending);
          next.handle(found);
        },
        failure -> {
          resume(pending);
          refuse(WaggleException.of(failure));
        });
  }

  /** Answers the request; names the way in where that is what is missing. */
  public void refuse(WaggleException failure) {
    if (failure.code() == ErrorCode.UNAUTHORIZED) {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"waggle\"");
    }
    context.fail(failure);
  }

  /** What waited comes with the event loop's next turn, so that the next handler is ready. */
  private void resume(boolean paused) {
    if (paused) {
      context.request().resume();
    }
  }
}
