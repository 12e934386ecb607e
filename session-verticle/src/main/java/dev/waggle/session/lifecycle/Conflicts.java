package dev.waggle.session.lifecycle;

import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.lifecycle.SessionState.Running;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.RecoverySettings.OnConflict;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when WhatsApp says that the device is open elsewhere. Its rightful owner takes the
 * connection back, if it is told to and not too often: the registry is asked at that moment whether
 * it still is the owner, because whoever is connected now may be the next one. Anybody else closes
 * its browser at once.
 */
final class Conflicts {

  private static final Logger LOG = LoggerFactory.getLogger(Conflicts.class);
  private static final long ASK_AGAIN_MS = 1000;

  /**
   * Who may act as the owner.
   *
   * @param leaseHeld whether the node's lease is held, as far as the node knows
   * @param confirmed whether the registry knows of no newer owner; fails when it does not answer
   */
  record Right(BooleanSupplier leaseHeld, Supplier<Future<Boolean>> confirmed) {}

  private final Vertx vertx;
  private final PageReactions.Host host;
  private final Right right;
  private final OnConflict rule;
  private final Takeovers takeovers = new Takeovers(System::nanoTime);

  Conflicts(Vertx vertx, PageReactions.Host host, Right right, OnConflict rule) {
    this.vertx = vertx;
    this.host = host;
    this.right = right;
    this.rule = rule;
  }

  /** The page was told that the device is open elsewhere, and is not connected any more. */
  void reported() {
    if (rule == OnConflict.STOP) {
      end("The device is open elsewhere; close it there and start the session again.");
    } else {
      askWhose();
    }
  }

  /** Without an answer nothing is taken; a lease that cannot be renewed ends soon enough. */
  private void askWhose() {
    if (!right.leaseHeld().getAsBoolean()) {
      notOurs();
      return;
    }
    host.offline(
        new Reason(
            StatusCause.OPENED_ELSEWHERE,
            "The device was opened elsewhere; its owner takes the connection back."));
    right
        .confirmed()
        .get()
        .onSuccess(this::decide)
        .onFailure(silent -> vertx.setTimer(ASK_AGAIN_MS, fired -> askAgain()));
  }

  private void askAgain() {
    if (host.state() instanceof SessionState.Offline) {
      askWhose();
    }
  }

  private void decide(boolean ours) {
    if (!(host.state() instanceof Running)) {
      return;
    }
    if (!ours) {
      notOurs();
    } else if (takeovers.tryOnce()) {
      host.page().ifPresent(Conflicts::takeOver);
    } else {
      end(
          "The device is opened elsewhere again and again; close it there and start the session"
              + " again.");
    }
  }

  private void notOurs() {
    end("The device is open elsewhere, and this node is not its owner any more.");
  }

  private void end(String why) {
    host.end(SessionStatus.CONFLICT, new Reason(StatusCause.OPENED_ELSEWHERE, why));
  }

  /** A failure needs no answer here: the deadline of the state that we are in has one. */
  private static void takeOver(WhatsAppPage page) {
    page.takeOver()
        .onFailure(e -> LOG.warn("event=not-taken-over cause=\"{}\"", FailureLine.of(e)));
  }
}
