package dev.waggle.session.lifecycle;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.PairingCode;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.bus.EventPublisher;
import dev.waggle.session.lifecycle.SessionState.Authenticated;
import dev.waggle.session.lifecycle.SessionState.HandedOver;
import dev.waggle.session.lifecycle.SessionState.Opening;
import dev.waggle.session.lifecycle.SessionState.Reopening;
import dev.waggle.session.lifecycle.SessionState.Scanning;
import dev.waggle.session.lifecycle.SessionState.Working;
import dev.waggle.session.message.Activity;
import dev.waggle.session.meter.SessionMeter;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.SessionNodeSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The life of one session from its claim to its end: what may be asked of it. What it does by
 * itself is in {@link LifecycleRules}. To be used on the context that starts it.
 */
public final class SessionLifecycle {

  private final SessionNodeSettings settings;
  private final PageSlot slot;
  private final StateFeed feed;
  private final StateKeeper keeper;
  private final Ending ending;
  private final LifecycleRules rules;
  private final LiveView live;
  private final GentleRecycling recycling;

  /**
   * A life that has not begun.
   *
   * @param claimed the session as the claim left it
   * @param messages takes what is about messages, and says whether it was
   * @param activity knows which messages are under way
   */
  public SessionLifecycle(
      Vertx vertx,
      SessionInfo claimed,
      SessionEnvironment environment,
      EventPublisher publisher,
      Predicate<PageEvent> messages,
      Activity activity) {
    Ownership ownership = environment.ownershipOf(claimed);
    Deadline deadline = new Deadline(vertx);
    this.settings = environment.settings();
    this.slot =
        new PageSlot(
            ownership,
            environment.lease(),
            environment.pages(),
            environment.profiles(),
            environment.snapshotCare(vertx, ownership),
            publisher::passedOn);
    this.feed = new StateFeed(ownership, environment.registry(), publisher, this::abandon);
    SessionMeter meter = environment.meters().session(claimed, settings.lease().duration());
    this.keeper = new StateKeeper(ownership, feed, deadline, meter, claimed);
    this.ending = new Ending(keeper, slot, feed, () -> environment.registry().release(ownership));
    this.rules =
        new LifecycleRules(
            vertx,
            new LifecycleRules.Parts(keeper, feed, slot, deadline, ending, messages),
            settings,
            claimed.config(),
            new Conflicts.Right(
                environment.lease()::isHeld, () -> environment.registry().isOwner(ownership)));
    ending.over().onComplete(over -> meter.over());
    this.live = new LiveView(claimed, keeper, feed, rules, publisher);
    this.recycling =
        new GentleRecycling(vertx, rules, activity, settings.recovery(), System::nanoTime);
  }

  /** Begins: the browser is opened on the session's profile. */
  public void start() {
    rules.begin();
  }

  /** Completes when the session is over, its browser closed and its ownership given up. */
  public Future<Void> whenOver() {
    return ending.over();
  }

  /** The contract's word for the present state. */
  public SessionStatus status() {
    return keeper.status();
  }

  /** The linked account; null until it is known, and never null while WORKING. */
  public Account me() {
    return keeper.me();
  }

  /** What is true of the session at this moment. */
  public Future<LiveSession> observe() {
    return live.now();
  }

  /** The QR on show. Fails with QR_NOT_AVAILABLE, or WRONG_STATE when none is to come. */
  public Future<QrCode> qr() {
    if (keeper.state() instanceof Opening && !rules.isLinked()) {
      return Future.failedFuture(noQrYet());
    }
    return whileScanning()
        .compose(Linking::current)
        .compose(
            qr -> qr.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(noQrYet())));
  }

  /** See {@link dev.waggle.contract.SessionCommand.RenewQr}. */
  public Future<QrCode> renewQr() {
    if (ending.hasBegun()) {
      return Future.failedFuture(wrongState("start it first"));
    }
    if (keeper.state() instanceof Scanning) {
      return rules.linking().renew();
    }
    // The first QR of a browser that is being opened is a new one.
    return keeper.state() instanceof Opening && !rules.isLinked()
        ? rules.linking().next()
        : Future.failedFuture(wrongState("it is linked already, so it shows no QR"));
  }

  /**
   * Asks for a code to link by phone number. Fails with WRONG_STATE unless a phone is waited for.
   *
   * @param digits the account's number, digits only
   */
  public Future<PairingCode> requestPairingCode(String digits) {
    return whileScanning().compose(linking -> linking.requestPairingCode(digits));
  }

  /**
   * The page that messages can be sent through. Fails with WRONG_STATE unless WORKING, and with
   * OWNER_UNAVAILABLE while a linked session gets its browser back or is being handed over: whoever
   * asks may wait for it.
   */
  public Future<WhatsAppPage> workingPage() {
    boolean works = keeper.state() instanceof Working;
    if (works && !ending.hasBegun()) {
      return Future.succeededFuture(slot.page().orElseThrow());
    }
    boolean comesBack = keeper.state() instanceof Reopening && keeper.me() != null;
    return Future.failedFuture(
        (works || comesBack) && !ending.isAskedFor()
            ? withoutBrowser()
            : wrongState("messages can be sent once it is WORKING"));
  }

  /**
   * Why a command failed that had the page when it began: a browser that closes because somebody
   * asked for it is not one to wait for.
   */
  public Throwable explain(Throwable failure) {
    return ending.isAskedFor() && WaggleException.of(failure).code() == ErrorCode.BROWSER_CLOSED
        ? wrongState("it was told to end while this was under way")
        : failure;
  }

  /**
   * Has the browser replaced in a quiet moment if the session works; done when it works again, or
   * when there is nothing more to wait for. Never fails.
   */
  public Future<Void> recycle(Reason reason) {
    return recycling.recycle(reason);
  }

  /** Closes the browser and gives the session up; the link stays. Never fails. */
  public Future<Void> stop(Reason reason) {
    rules.quiet();
    return ending.closeThenEnd(SessionStatus.STOPPED, reason);
  }

  /**
   * Closes the browser in good order and gives the session up, for another node to go on with it.
   * Never fails.
   *
   * @return false when it was at its end already, so that there is nothing to go on with
   */
  public Future<Boolean> handOver(Reason reason) {
    if (ending.hasBegun()) {
      return ending.over().map(false);
    }
    rules.quiet();
    return ending.handOver(reason).map(true);
  }

  /** Unlinks the device if it can, erases the profile and gives the session up. Never fails. */
  public Future<Void> logout() {
    Optional<WhatsAppPage> page = slot.page();
    boolean linked = keeper.me() != null || keeper.state() instanceof Authenticated;
    if (!linked || page.isEmpty() || ending.hasBegun()) {
      return rules.endAs(
          SessionStatus.LOGGED_OUT, linked ? Ending.NOT_TOLD : Ending.LOGGED_OUT_ON_REQUEST);
    }
    return ending
        .unlink(page.get(), settings.browser().commandTimeout())
        .compose(reason -> rules.endAs(SessionStatus.LOGGED_OUT, reason));
  }

  /** Closes the browser and says nothing: the session is somebody else's now. Never fails. */
  public Future<Void> abandon() {
    feed.close();
    rules.quiet();
    return ending.close();
  }

  private Future<Linking> whileScanning() {
    return keeper.state() instanceof Scanning && !ending.hasBegun()
        ? Future.succeededFuture(rules.linking())
        : Future.failedFuture(wrongState("a device can be linked only in SCAN_QR_CODE"));
  }

  private WaggleException noQrYet() {
    return new WaggleException(
        ErrorCode.QR_NOT_AVAILABLE, "The next QR is on its way; ask again in a moment.");
  }

  private static WaggleException withoutBrowser() {
    return new WaggleException(
        ErrorCode.OWNER_UNAVAILABLE,
        "The session is getting its browser back; repeat the request in a moment.");
  }

  private WaggleException wrongState(String rule) {
    if (keeper.state() instanceof HandedOver) {
      return new WaggleException(
          ErrorCode.OWNER_UNAVAILABLE,
          "The session is moving to another node; repeat the request in a moment.");
    }
    return new WaggleException(
        ErrorCode.WRONG_STATE, "The session is " + status() + "; " + rule + ".");
  }
}
