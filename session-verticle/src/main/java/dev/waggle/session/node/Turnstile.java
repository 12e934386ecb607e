package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Lets work on one session through one at a time, in the order of arrival. For one context. */
final class Turnstile {

  private final Map<SessionName, Future<?>> last = new HashMap<>();

  /** Runs the work when all earlier work on the session is done, however that ended. */
  <T> Future<T> pass(SessionName session, Supplier<Future<T>> work) {
    Future<?> before = last.getOrDefault(session, Future.succeededFuture());
    Future<T> mine = before.transform(done -> work.get());
    last.put(session, mine);
    return mine.onComplete(done -> last.remove(session, mine));
  }
}
