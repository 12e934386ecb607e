package dev.waggle.session.browser;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/** A bus that takes everything at once, until the test keeps it from that. */
final class Passing implements Supplier<Future<Void>> {

  private volatile Promise<Void> taken = Promise.promise();

  Passing() {
    taken.complete();
  }

  /** Takes nothing from now on. */
  void stop() {
    taken = Promise.promise();
  }

  /** Takes what waits, and everything again. */
  void goOn() {
    taken.tryComplete();
  }

  @Override
  public Future<Void> get() {
    return taken.future();
  }
}
