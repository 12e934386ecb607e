package dev.waggle.session.node;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.RebalancePlan;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.registry.ClusterTurn;
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
 * again, and where to is decided anew each time. Any node may do it, but one at a time in the whole
 * cluster.
 */
final class Rebalancing {

  private static final Logger LOG = LoggerFactory.getLogger(Rebalancing.class);
  private static final long LOOK_MS = 200;
  private static final long GIVE_BACK_MS = 1000;

  /** A database that is away for longer takes the lease, and with the lease the turn. */
  private static final int GIVE_BACK_ATTEMPTS = 10;

  private final Vertx vertx;
  private final String self;
  private final ClusterTurn turn;
  private final NodeRegistry nodes;
  private final SessionRegistry sessions;
  private final NodeClient client;

  /** A session that does not come back for so long is not waited for. */
  private final Duration patience;

  private boolean underWay;

  Rebalancing(
      Vertx vertx,
      String self,
      ClusterTurn turn,
      NodeRegistry nodes,
      SessionRegistry sessions,
      NodeClient client,
      Duration patience) {
    this.vertx = vertx;
    this.self = self;
    this.turn = turn;
    this.nodes = nodes;
    this.sessions = sessions;
    this.client = client;
    this.patience = patience;
  }

  /**
   * Begins, and answers with what there is to do. Fails with WRONG_STATE while one is under way,
   * here or elsewhere.
   */
  Future<RebalancePlan> begin() {
    if (underWay) {
      return Future.failedFuture(notNow());
    }
    underWay = true;
    return turn.take(self)
        .onSuccess(mine -> underWay = mine)
        .compose(mine -> mine ? nodes.live() : Future.failedFuture(notNow()))
        .map(Placement::movesToEven)
        .onSuccess(moves -> moveUpTo(moves).onComplete(over -> end(moves)))
        .onFailure(refused -> giveBackIfMine())
        .map(RebalancePlan::new);
  }

  private void end(int planned) {
    LOG.info("event=rebalance-over planned={}", planned);
    giveBack(GIVE_BACK_ATTEMPTS);
  }

  private void giveBackIfMine() {
    if (underWay) {
      giveBack(GIVE_BACK_ATTEMPTS);
    }
  }

  /** With patience, for nobody else could rebalance while this node lives. */
  private void giveBack(int attempts) {
    turn.giveBack(self)
        .onSuccess(givenBack -> underWay = false)
        .onFailure(noDatabase -> giveBackLater(attempts - 1));
  }

  private void giveBackLater(int attempts) {
    if (attempts > 0) {
      vertx.setTimer(GIVE_BACK_MS, again -> giveBack(attempts));
    } else {
      underWay = false;
    }
  }

  private Future<Void> moveUpTo(int left) {
    return left == 0
        ? Future.succeededFuture()
        : turn.isHeldBy(self)
            .compose(mine -> mine ? moveNext() : Future.succeededFuture(false))
            .otherwise(this::giveUp)
            .compose(moved -> moved ? moveUpTo(left - 1) : Future.succeededFuture());
  }

  private Future<Boolean> moveNext() {
    return nodes
        .live()
        .map(Placement::nextToEven)
        .compose(next -> next.map(this::move).orElseGet(() -> Future.succeededFuture(false)));
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

  private static WaggleException notNow() {
    return new WaggleException(
        ErrorCode.WRONG_STATE, "A rebalance is under way; wait until it is over.");
  }
}
