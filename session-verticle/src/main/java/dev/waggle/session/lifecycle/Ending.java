package dev.waggle.session.lifecycle;

import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.registry.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a session's life, in the one order that is safe: browser closed, profile unlocked or
 * erased, last state written, ownership given up. The first call decides how it ends; every call
 * answers when it is over, and none fails.
 */
public final class Ending {

  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  /** The reason of a logout that WhatsApp knows of, or need not know of. */
  public static final Reason LOGGED_OUT_ON_REQUEST =
      new Reason(StatusCause.LOGGED_OUT_ON_REQUEST, "Logged out on request.");

  /** The reason of a logout that left the device in the phone's list. */
  public static final Reason NOT_TOLD =
      new Reason(
          StatusCause.LOGGED_OUT_ON_REQUEST,
          "Logged out here, but WhatsApp could not be told: remove the device on the phone.");

  /** The reason of a stop that somebody asked for. */
  public static final Reason STOPPED_ON_REQUEST =
      new Reason(StatusCause.STOPPED_ON_REQUEST, "Stopped on request.");

  /** The reason of a stop after which another node may take the session. */
  public static final Reason NODE_LEAVING =
      new Reason(StatusCause.NODE_LEAVING, "The node is shutting down.");

  private final StateKeeper keeper;
  private final PageSlot slot;
  private final StateFeed feed;
  private final Supplier<Future<Void>> release;
  private final Promise<Void> over = Promise.promise();

  private boolean begun;
  private boolean unlinking;
  private boolean askedFor;

  Ending(StateKeeper keeper, PageSlot slot, StateFeed feed, Supplier<Future<Void>> release) {
    this.keeper = keeper;
    this.slot = slot;
    this.feed = feed;
    this.release = release;
  }

  boolean hasBegun() {
    return begun;
  }

  /** Whether somebody asked for it, so that whoever wants the page is not to wait for it. */
  boolean isAskedFor() {
    return askedFor || unlinking;
  }

  Future<Void> over() {
    return over.future();
  }

  /** Asks WhatsApp to forget the device; answers with the reason to end with. */
  Future<Reason> unlink(WhatsAppPage page, Duration limit) {
    unlinking = true;
    return page.logout()
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .map(LOGGED_OUT_ON_REQUEST)
        .otherwise(NOT_TOLD);
  }

  /** The new state is known at once, for the page is of no use any more. */
  Future<Void> endThenClose(SessionStatus how, Reason reason) {
    return finish(
        () -> {
          boolean loggedOut = how == SessionStatus.LOGGED_OUT;
          if (loggedOut) {
            keeper.setMe(null);
          }
          // The page tells of its logout before the command that asked for it is answered.
          keeper.ended(
              how,
              loggedOut && unlinking && !reason.equals(NOT_TOLD) ? LOGGED_OUT_ON_REQUEST : reason);
          return slot.close().compose(closed -> loggedOut ? slot.eraseProfile() : slot.unlock());
        });
  }

  /** The new state is known when no browser runs. */
  Future<Void> closeThenEnd(SessionStatus how, Reason reason) {
    askedFor |= reason.cause() == StatusCause.STOPPED_ON_REQUEST;
    return finish(
        () ->
            slot.close()
                .compose(closed -> slot.unlock())
                .onSuccess(unlocked -> keeper.ended(how, reason)));
  }

  /** Known at once, so that nobody asks anything of a page that is about to go. */
  Future<Void> handOver(Reason reason) {
    return finish(
        () -> {
          keeper.handedOver(reason);
          return slot.close().compose(closed -> slot.unlock());
        });
  }

  /** No new state at all, and nothing written any more. */
  Future<Void> close() {
    slot.keepProfileNoMore();
    return finish(() -> slot.close().compose(closed -> slot.unlock()));
  }

  private Future<Void> finish(Supplier<Future<Void>> close) {
    if (!begun) {
      begun = true;
      close
          .get()
          .compose(closed -> feed.settled())
          .compose(told -> release.get())
          .onFailure(e -> LOG.warn("event=not-released cause=\"{}\"", FailureLine.of(e)))
          .onComplete(released -> over.complete());
    }
    return over.future();
  }
}
