package dev.waggle.session.browser;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Brings work and results to one Vert.x context. */
final class Contexts {

  private Contexts() {}

  /** The same outcome, completed on the context. */
  static <T> Future<T> hop(Context context, Future<T> outcome) {
    Promise<T> there = Promise.promise();
    outcome.onComplete(
        (value, failure) -> context.runOnContext(arrived -> there.complete(value, failure)));
    return there.future();
  }

  /** Runs the work on the context: at once when the caller is there, else later. */
  static <T> Future<T> run(Context context, Supplier<Future<T>> work) {
    if (Vertx.currentContext() == context) {
      return work.get();
    }
    Promise<T> there = Promise.promise();
    context.runOnContext(
        arrived -> Future.succeededFuture().compose(here -> work.get()).onComplete(there));
    return there.future();
  }
}
