package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.registry.SessionRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits for sessions that have moved, so that browsers do not pile up where they go. */
final class Arrivals {

  private static final Set<SessionStatus> ON_ITS_WAY =
      EnumSet.of(SessionStatus.STARTING, SessionStatus.RECONNECTING);

  private static final long LOOK_MS = 100;

  private final Vertx vertx;
  private final SessionRegistry registry;
  private final Duration patience;

  Arrivals(Vertx vertx, SessionRegistry registry, Duration patience) {
    this.vertx = vertx;
    this.registry = registry;
    this.patience = patience;
  }

  /** Done when the session works, shows a QR or has ended, or is not waited for any more. */
  Future<Void> await(SessionName session) {
    return await(session, System.nanoTime()).otherwiseEmpty();
  }

  private Future<Void> await(SessionName session, long begun) {
    if (System.nanoTime() - begun > patience.toNanos()) {
      return Future.succeededFuture();
    }
    return registry
        .get(session)
        .compose(
            found ->
                ON_ITS_WAY.contains(found.info().status())
                    ? vertx
                        .timer(LOOK_MS, TimeUnit.MILLISECONDS)
                        .compose(fired -> await(session, begun))
                    : Future.succeededFuture());
  }
}
