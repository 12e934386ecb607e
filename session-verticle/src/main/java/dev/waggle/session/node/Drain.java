package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.session.node.SessionHost.Hosted;
import dev.waggle.session.settings.DrainSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what runs here, a few at a time: those that work first, of them those first that have
 * been idle longest. Ends when none is left, no other node has room, or the time is over; what is
 * here then is for others to end. To be used on the node's context.
 */
final class Drain {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private static final Comparator<Hosted> GENTLEST_FIRST =
      Comparator.<Hosted, Boolean>comparing(each -> !each.verticle().idleness().isWorking())
          .thenComparing(each -> each.verticle().idleness().idleSince());

  private final Vertx vertx;
  private final SessionHost host;
  private final Moves moves;
  private final DrainSettings settings;
  private final Arrivals arrivals;

  private Queue<SessionName> waiting = new ArrayDeque<>();
  private boolean over;

  Drain(Vertx vertx, SessionHost host, Moves moves, Arrivals arrivals, DrainSettings settings) {
    this.arrivals = arrivals;
    this.vertx = vertx;
    this.host = host;
    this.moves = moves;
    this.settings = settings;
  }

  /** To be called once. Never fails. */
  Future<Void> run() {
    waiting =
        new ArrayDeque<>(
            host.sessions().stream().sorted(GENTLEST_FIRST).map(Hosted::session).toList());
    LOG.info("event=drain-begun sessions={}", waiting.size());
    Promise<Void> tooLate = Promise.promise();
    long timer =
        vertx.setTimer(Math.max(1, settings.timeout().toMillis()), fired -> tooLate.complete());
    return Future.any(tooLate.future(), moveAll())
        .onComplete(done -> end(timer))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private void end(long timer) {
    over = true;
    vertx.cancelTimer(timer);
    LOG.info("event=drain-over left={}", host.sessions().size());
  }

  private Future<Void> moveAll() {
    List<Future<Void>> lines = new ArrayList<>();
    for (int i = 0; i < settings.parallel(); i++) {
      lines.add(moveNext());
    }
    return Future.join(lines).mapEmpty();
  }

  /** One without a place means that none has: what is left is closed sooner than one by one. */
  private Future<Void> moveNext() {
    SessionName next = over ? null : waiting.poll();
    if (next == null) {
      return Future.succeededFuture();
    }
    return moves
        .move(next)
        .onFailure(noRoom -> waiting.clear())
        .compose(moved -> over ? Future.succeededFuture() : arrivals.await(next))
        .otherwiseEmpty()
        .compose(moved -> moveNext());
  }
}
