package dev.waggle.session.node;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.RebalancePlan;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.SessionRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evens the nodes out, one session after the other: the next is moved when the one before works
 * again, and where to is decided anew each time. One at a time, on the node that the cluster asks.
 */
final class Rebalancing {

  private static final Logger LOG = LoggerFactory.getLogger(Rebalancing.class);
  private static final long LOOK_MS = 200;

  private final Vertx vertx;
  private final NodeRegistry nodes;
  private final SessionRegistry sessions;
  private final NodeClient client;

  /** A session that does not come back for so long is not waited for. */
  private final Duration patience;

  private boolean underWay;

  Rebalancing(
      Vertx vertx,
      NodeRegistry nodes,
      SessionRegistry sessions,
      NodeClient client,
      Duration patience) {
    this.vertx = vertx;
    this.nodes = nodes;
    this.sessions = sessions;
    this.client = client;
    this.patience = patience;
  }

  /** Begins, and answers with what there is to do. Fails with WRONG_STATE while it is under way. */
  Future<RebalancePlan> begin() {
    if (underWay) {
      return Future.failedFuture(
          new WaggleException(
              ErrorCode.WRONG_STATE, "A rebalance is under way; wait until it is over."));
    }
    underWay = true;
    return nodes
        .live()
        .map(Placement::movesToEven)
        .onSuccess(moves -> moveUpTo(moves).onComplete(over -> end(moves)))
        .onFailure(unknown -> underWay = false)
        .map(RebalancePlan::new);
  }

  private void end(int planned) {
    underWay = false;
    LOG.info("event=rebalance-over planned={}", planned);
  }

  private Future<Void> moveUpTo(int left) {
    return left == 0
        ? Future.succeededFuture()
        : nodes
            .live()
            .map(Placement::nextToEven)
            .compose(next -> next.map(this::move).orElseGet(() -> Future.succeededFuture(false)))
            .otherwise(this::giveUp)
            .compose(moved -> moved ? moveUpTo(left - 1) : Future.succeededFuture());
  }

  private Future<Boolean> move(Placement.Step step) {
    return client
        .give(step.from().id(), new NodeCommand.Give(step.to().id()))
        .compose(
            given ->
                given.session() == null
                    ? Future.succeededFuture(false)
                    : awaitWorking(given.session(), System.nanoTime()).map(true));
  }

  private boolean giveUp(Throwable failure) {
    LOG.warn("event=rebalance-ended cause=\"{}\"", FailureLine.of(failure));
    return false;
  }

  private Future<Void> awaitWorking(SessionName session, long begun) {
    return sessions
        .get(session)
        .map(found -> found.info().status() == SessionStatus.WORKING || isLate(begun))
        .compose(
            over ->
                over
                    ? Future.succeededFuture()
                    : vertx
                        .timer(LOOK_MS, TimeUnit.MILLISECONDS)
                        .compose(fired -> awaitWorking(session, begun)));
  }

  private boolean isLate(long begun) {
    return System.nanoTime() - begun > patience.toNanos();
  }
}
