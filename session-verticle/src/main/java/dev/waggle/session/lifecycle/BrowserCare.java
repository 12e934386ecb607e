package dev.waggle.session.lifecycle;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.profile.ProfileLock;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.RecoverySettings;
import dev.waggle.session.settings.SessionNodeSettings;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Opens the session's browser, and a new one when it is lost, so often in a row and no more. In the
 * place of one that worked the first new one is opened at once; those that follow in the row, and
 * those in the place of one that never worked, wait for a delay that doubles. A browser that has
 * worked for a while ends the row: what kills it later is another matter.
 */
final class BrowserCare {

  /** Opening has limits of its own for each step; this one holds when those fail. */
  private static final int OPENING_FACTOR = 4;

  /** What has worked for so long does not die of the way in which it was opened. */
  private static final Duration PROOF = Duration.ofSeconds(3);

  /** The lifecycle as the browser's carer sees it. */
  interface Host {

    /** The profile is locked, and a page is about to be opened on it. */
    void profileLocked(ProfileLock lock);

    void onPageEvent(PageEvent event);

    void pageLoaded();

    void pageGone();

    void browserFailed(Reason reason);
  }

  private final Host host;
  private final StateKeeper keeper;
  private final PageSlot slot;
  private final Deadline deadline;
  private final RecoverySettings recovery;
  private final Duration openingLimit;

  private int newBrowsers;
  private int launches;
  private int storeFailures;
  private boolean leaving;
  private boolean works;
  private long worksSinceNanos;

  /** Whether the present row of new browsers began in the place of one that worked. */
  private boolean workedBefore;

  BrowserCare(
      Host host,
      StateKeeper keeper,
      PageSlot slot,
      Deadline deadline,
      SessionNodeSettings settings) {
    this.host = host;
    this.keeper = keeper;
    this.slot = slot;
    this.deadline = deadline;
    this.recovery = settings.recovery();
    this.openingLimit = openingLimit(settings.browser());
  }

  /** Opens a page; what comes of it is told to the host. */
  void open() {
    int launch = ++launches;
    leaving = false;
    works = false;
    limitOpening();
    slot.lock()
        .onSuccess(lock -> ifCurrent(launch, () -> onLocked(lock)))
        .compose(lock -> openIfCurrent(launch, lock))
        .onSuccess(page -> ifCurrent(launch, host::pageLoaded))
        .onFailure(failure -> ifCurrent(launch, () -> onRefused(WaggleException.of(failure))));
  }

  /** Closes what is there and opens another one after a while, or gives up. */
  void replace(Reason reason) {
    stop();
    judge();
    if (newBrowsers == recovery.maxAttempts()) {
      host.browserFailed(reason.and("Gave up after " + newBrowsers + " new browsers."));
      return;
    }
    newBrowsers++;
    if (keeper.newBrowser(newBrowsers, reason)) {
      int launch = launches;
      limitClosing();
      slot.close().onSuccess(closed -> ifCurrent(launch, this::openAfterDelay));
    }
  }

  /**
   * Replaces a browser that works, without delay, as soon as what is under way in it has ended.
   * Until then its page is still heard, but not called ready any more.
   */
  void recycle(Reason reason, Future<Void> finished) {
    stop();
    newBrowsers = 1;
    workedBefore = true;
    if (keeper.newBrowser(newBrowsers, reason)) {
      int launch = launches;
      leaving = true;
      limitClosing();
      finished.onSuccess(ended -> ifCurrent(launch, () -> closeAndOpen(launch)));
    }
  }

  private void closeAndOpen(int launch) {
    slot.close().onSuccess(closed -> ifCurrent(launch, this::open));
  }

  /** Whether the browser is only kept until what is under way in it has ended. */
  boolean isLeaving() {
    return leaving;
  }

  /** How many new browsers were tried in a row since the last one that proved its worth. */
  int newBrowsers() {
    return newBrowsers;
  }

  /** Closes what is there, has the profile cleared, and opens another one after a while. */
  void openAfresh(Supplier<Future<Void>> clear, Duration delay) {
    stop();
    newBrowsers = 0;
    int launch = launches;
    limitClosing();
    slot.close()
        .compose(closed -> launch == launches ? clear.get() : Future.succeededFuture())
        .onSuccess(cleared -> ifCurrent(launch, () -> deadline.set(delay, this::open)));
  }

  /** The session works with the browser that is there. */
  void works() {
    if (!works) {
      works = true;
      worksSinceNanos = System.nanoTime();
    }
  }

  /** What the browser that is lost has been worth. */
  private void judge() {
    if (works && System.nanoTime() - worksSinceNanos >= PROOF.toNanos()) {
      proved();
    }
    if (newBrowsers == 0) {
      workedBefore = works;
    }
    works = false;
  }

  /** The browser has proved its worth: the next loss is counted from one again. */
  void proved() {
    newBrowsers = 0;
  }

  /** Opens nothing more; what is being opened is of no interest now. */
  void stop() {
    launches++;
    leaving = false;
    host.pageGone();
  }

  private void limitOpening() {
    deadline.set(openingLimit, () -> replace(failed("The browser did not open in time.")));
  }

  private void limitClosing() {
    deadline.set(openingLimit, () -> host.browserFailed(failed("The old browser does not close.")));
  }

  private void openAfterDelay() {
    int attempt = workedBefore ? newBrowsers - 1 : newBrowsers;
    deadline.set(Backoff.before(attempt, recovery), this::open);
  }

  /** The session may have ended while the lock was being taken. */
  private Future<WhatsAppPage> openIfCurrent(int launch, ProfileLock lock) {
    if (launch != launches) {
      return Future.failedFuture("no page is wanted any more");
    }
    limitOpening();
    return slot.open(lock, host::onPageEvent);
  }

  private void ifCurrent(int launch, Runnable action) {
    if (launch == launches) {
      action.run();
    }
  }

  private void onLocked(ProfileLock lock) {
    storeFailures = 0;
    host.profileLocked(lock);
  }

  private void onRefused(WaggleException failure) {
    if (failure.code() == ErrorCode.DATABASE_UNAVAILABLE) {
      awaitStore(failure);
      return;
    }
    // A lock that somebody has is given back when that one's browser has gone.
    if (failure.code().retryable() || failure.code() == ErrorCode.WRONG_STATE) {
      replace(reasonOf(failure));
    } else {
      host.browserFailed(reasonOf(failure));
    }
  }

  /** No browser is to blame, and none was opened: it is tried until the store is back. */
  private void awaitStore(WaggleException failure) {
    storeFailures++;
    if (storeFailures == 1) {
      keeper.remark(new Reason(StatusCause.STORE_UNAVAILABLE, failure.getMessage()));
    }
    deadline.set(Backoff.before(storeFailures, recovery), this::open);
  }

  private static Reason reasonOf(WaggleException failure) {
    StatusCause cause =
        switch (failure.code()) {
          case PAGE_UNREACHABLE -> StatusCause.PAGE_UNREACHABLE;
          case WRONG_STATE -> StatusCause.PROFILE_IN_USE;
          default -> StatusCause.BROWSER_FAILED;
        };
    return new Reason(cause, failure.getMessage());
  }

  private static Reason failed(String how) {
    return new Reason(StatusCause.BROWSER_FAILED, how);
  }

  private static Duration openingLimit(BrowserSettings browser) {
    return browser.launchTimeout().plus(browser.navigationTimeout()).multipliedBy(OPENING_FACTOR);
  }
}
