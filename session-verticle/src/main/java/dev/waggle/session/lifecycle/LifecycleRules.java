package dev.waggle.session.lifecycle;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.LinkComplete;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.lifecycle.SessionState.Opening;
import dev.waggle.session.lifecycle.SessionState.Scanning;
import dev.waggle.session.lifecycle.SessionState.Working;
import dev.waggle.session.page.PageCondition;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.profile.ProfileLock;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.SessionNodeSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What follows from what: the page's reports and answers, deadlines, and browsers that come and go,
 * turned into moves of the state. Nothing happens any more once the end has begun.
 */
final class LifecycleRules
    implements BrowserCare.Host,
        PageReactions.Host,
        Linking.Host,
        Readiness.Listener,
        GentleRecycling.Host {

  private final SessionNodeSettings settings;
  private final SessionConfig own;
  private final StateKeeper keeper;
  private final StateFeed feed;
  private final PageSlot slot;
  private final Deadline deadline;
  private final Ending ending;
  private final Predicate<PageEvent> messages;
  private final Linking linking;
  private final NewLink newLink;
  private final Readiness readiness;
  private final BrowserCare browser;
  private final PageReactions reactions;

  private boolean linked;

  /** The profile was found damaged and cleared, and nothing has come of that yet. */
  private boolean cleared;

  /** It was found damaged and the last snapshot was taken, and nothing has come of that yet. */
  private boolean restored;

  /** The lock says it every time that a browser is opened under it. */
  private boolean mendingTold;

  /** The phone has accepted the device, and no page has become ready yet. */
  private boolean accepted;

  LifecycleRules(
      Vertx vertx,
      Parts parts,
      SessionNodeSettings settings,
      SessionConfig own,
      Conflicts.Right right) {
    this.settings = settings;
    this.own = own;
    this.keeper = parts.keeper;
    this.feed = parts.feed;
    this.slot = parts.slot;
    this.deadline = parts.deadline;
    this.ending = parts.ending;
    this.messages = parts.messages;
    QrRound round = new QrRound(vertx, settings.linking(), qrLimit());
    this.linking = new Linking(this, settings.linking(), round, feed, deadline, new NextQr(vertx));
    this.newLink = new NewLink(slot, this::linkIsSafe);
    this.readiness = new Readiness(vertx, settings.recovery().probeInterval(), slot::page, this);
    this.browser = new BrowserCare(this, keeper, slot, deadline, settings);
    this.reactions =
        new PageReactions(
            this,
            linking,
            host -> new Conflicts(vertx, host, right, settings.recovery().conflict()));
  }

  /**
   * What the rules act on.
   *
   * @param messages takes what is about messages, and says whether it was
   */
  record Parts(
      StateKeeper keeper,
      StateFeed feed,
      PageSlot slot,
      Deadline deadline,
      Ending ending,
      Predicate<PageEvent> messages) {}

  void begin() {
    keeper.begin();
    browser.open();
  }

  /** Ends everything that could still move the state. */
  void quiet() {
    deadline.clear();
    browser.stop();
    linking.over(
        new WaggleException(ErrorCode.WRONG_STATE, "The session is ending; start it again."));
  }

  Linking linking() {
    return linking;
  }

  /** See {@link BrowserCare#newBrowsers}. */
  int recoveryAttempts() {
    return browser.newBrowsers();
  }

  Future<Void> endAs(SessionStatus how, Reason reason) {
    quiet();
    return ending.endThenClose(how, reason);
  }

  @Override
  public void onPageEvent(PageEvent event) {
    if (!ending.hasBegun() && !messages.test(event)) {
      reactions.accept(event);
    }
  }

  @Override
  public SessionState state() {
    return keeper.state();
  }

  @Override
  public boolean isLinked() {
    return linked;
  }

  @Override
  public Optional<WhatsAppPage> page() {
    return slot.page();
  }

  /** A profile that has nothing in it cannot be linked, whatever the registry remembers. */
  @Override
  public void profileLocked(ProfileLock lock) {
    if (lock.isDamaged()) {
      profileDamaged("The profile folder is damaged.");
      return;
    }
    if (lock.isMended() && !mendingTold) {
      mendingTold = true;
      keeper.remark(
          new Reason(
              StatusCause.PROFILE_DAMAGED,
              "The browser's settings in the profile were damaged and are renewed."));
    }
    linked = linked || (keeper.me() != null && !lock.isFresh());
  }

  @Override
  public void pageLoaded() {
    readiness.start();
    if (!(keeper.state() instanceof Opening)) {
      return;
    }
    if (linked || accepted) {
      limit(
          settings.recovery().restoreTimeout(),
          StatusCause.CONNECTION_LOST,
          "The linked device did not come back in time.");
    } else {
      limit(settings.linking().firstQrTimeout(), StatusCause.QR_TIMEOUT, "No QR appeared in time.");
    }
  }

  @Override
  public void pageGone() {
    readiness.stop();
    linking.reset();
  }

  @Override
  public boolean isScanning() {
    return keeper.state() instanceof Scanning;
  }

  @Override
  public void scanning() {
    newLink.begin();
    accepted = false;
    slot.keepProfileNoMore();
    cleared = false;
    restored = false;
    // A page that shows a QR holds no account, whatever the registry remembers of one.
    keeper.setMe(null);
    keeper.scanning();
  }

  @Override
  public void authenticated(String reason) {
    if (keeper.authenticated(reason)) {
      accepted = true;
      slot.keepProfile();
      linking.reset();
      linking.over(linkedAlready());
      Duration allowed =
          linked ? settings.recovery().restoreTimeout() : settings.linking().scanTimeout();
      limit(allowed, StatusCause.SCAN_TIMEOUT, "The page did not finish syncing in time.");
    }
  }

  /** What the page says of itself counts when it says so again on being asked. */
  @Override
  public void readyAs(PageEvent.Ready ready) {
    if (ready.me() != null) {
      keeper.setMe(ready.me());
    }
    if (!browser.isLeaving()) {
      readiness.confirm();
    }
  }

  @Override
  public void pageIsReady() {
    if (keeper.state() instanceof Working) {
      browser.proved();
      feed.catchUp();
    } else if (newLink.isAtRisk()) {
      newLink.keep();
    } else if (keeper.me() != null && keeper.working()) {
      linked = true;
      restored = false;
      linking.over(linkedAlready());
      slot.keepProfile();
      tellComplete();
    }
  }

  private void linkIsSafe() {
    if (!ending.hasBegun()) {
      readiness.confirm();
    }
  }

  /** Once it works, a look at the usual intervals will do. */
  @Override
  public void profileChanged() {
    if (!(keeper.state() instanceof Working)) {
      slot.profileChanged();
    }
  }

  @Override
  public void pageIsNotReady(PageCondition condition) {
    offline(new Reason(StatusCause.CONNECTION_LOST, "The page says that it is not connected."));
  }

  @Override
  public void pageIsSilent() {
    replaceBrowser(new Reason(StatusCause.PAGE_SILENT, "The page does not answer."));
  }

  @Override
  public void offline(Reason reason) {
    if (keeper.offline(reason)) {
      limit(
          settings.recovery().offlineTimeout(),
          StatusCause.CONNECTION_LOST,
          "The page did not find its connection again in time.");
    }
  }

  @Override
  public void replaceBrowser(Reason reason) {
    if (!ending.hasBegun()) {
      browser.replace(reason);
    }
  }

  @Override
  public boolean isWorking() {
    return keeper.state() instanceof Working;
  }

  @Override
  public boolean isOver() {
    return ending.hasBegun();
  }

  @Override
  public void recycle(Reason reason, Future<Void> finished) {
    browser.recycle(reason, finished);
  }

  @Override
  public void freshBrowser(Reason reason) {
    browser.proved();
    replaceBrowser(reason);
  }

  @Override
  public void browserFailed(Reason reason) {
    if (reason.cause() == StatusCause.QR_TIMEOUT) {
      linkingFailed(reason);
    } else {
      end(SessionStatus.FAILED, reason);
    }
  }

  @Override
  public void linkingFailed(Reason reason) {
    Integer delay = own.relinkDelaySeconds();
    if (delay == null) {
      end(SessionStatus.FAILED, reason.and("Start the session again."));
    } else {
      beginAfresh(
          reason.and("It starts afresh in " + delay + " s."),
          slot::eraseProfile,
          Duration.ofSeconds(delay));
    }
  }

  @Override
  public void profileDamaged(String how) {
    if (slot.keepsSnapshots() && !restored && !cleared) {
      restored = true;
      restoreProfile(damaged(how + " The last snapshot of it is taken."));
    } else if (cleared) {
      end(
          SessionStatus.FAILED,
          damaged(how + " It was cleared just before; check the disk and the data folder."));
    } else {
      cleared = true;
      beginAfresh(
          damaged(how + " It is cleared; link the device again."),
          slot::setProfileAside,
          Duration.ZERO);
    }
  }

  /** The account is still the one it was, if there is a snapshot of it. */
  private void restoreProfile(Reason reason) {
    linked = false;
    linking.restart();
    if (keeper.again(reason)) {
      browser.openAfresh(slot::exchangeProfile, Duration.ZERO);
    }
  }

  /** Everything that was true of the old profile is forgotten. */
  private void beginAfresh(Reason reason, Supplier<Future<Void>> clear, Duration delay) {
    linked = false;
    accepted = false;
    newLink.end();
    linking.restart();
    if (keeper.afresh(reason)) {
      browser.openAfresh(clear, delay);
    }
  }

  private static Reason damaged(String how) {
    return new Reason(StatusCause.PROFILE_DAMAGED, how);
  }

  private int qrLimit() {
    return own.qrMaxAttempts() == null ? settings.linking().qrMaxAttempts() : own.qrMaxAttempts();
  }

  @Override
  public void end(SessionStatus how, Reason reason) {
    endAs(how, reason);
  }

  private void limit(Duration allowed, StatusCause cause, String reason) {
    deadline.set(allowed, () -> replaceBrowser(new Reason(cause, reason)));
  }

  private WaggleException linkedAlready() {
    return new WaggleException(
        ErrorCode.WRONG_STATE,
        "The session is " + keeper.status() + "; it is linked already, so it shows no QR.");
  }

  private void tellComplete() {
    if (newLink.isBeingMade()) {
      newLink.end();
      feed.publish(
          SessionEventType.COMPLETE, new LinkComplete("The device is linked.", keeper.me()));
    }
  }
}
