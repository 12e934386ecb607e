package dev.waggle.session;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Asks for work on another context and has the answer on one's own. */
final class ContextHop {

  private ContextHop() {}

  /** Runs the work on {@code target}; the future completes on the context of the caller. */
  static <T> Future<T> there(Vertx vertx, Context target, Supplier<Future<T>> work) {
    Promise<T> answer = Promise.promise();
    target.runOnContext(
        running -> Future.succeededFuture().compose(there -> work.get()).onComplete(answer));
    return Future.fromCompletionStage(
        answer.future().toCompletionStage(), vertx.getOrCreateContext());
  }
}
