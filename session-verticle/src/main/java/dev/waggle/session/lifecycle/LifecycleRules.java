package dev.waggle.session.lifecycle;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionConfig;
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
        GentleRecycling.Host,
        DamagedProfile.Host {

  private final SessionNodeSettings settings;
  private final SessionConfig own;
  private final StateKeeper keeper;
  private final StateFeed feed;
  private final PageSlot slot;
  private final Deadline deadline;
  private final Ending ending;
  private final Predicate<PageEvent> messages;
  private final Linking linking;
  private final Limits limits;
  private final DeviceLink link;
  private final DamagedProfile damage;
  private final Readiness readiness;
  private final BrowserCare browser;
  private final PageReactions reactions;

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
    this.link = new DeviceLink(new NewLink(slot, this::linkIsSafe), keeper, feed);
    this.damage = new DamagedProfile(this, keeper, slot);
    this.limits = new Limits(deadline, settings, this::replaceBrowser);
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
    return link.isLinked();
  }

  @Override
  public Optional<WhatsAppPage> page() {
    return slot.page();
  }

  @Override
  public void profileLocked(ProfileLock lock) {
    if (lock.isDamaged()) {
      damage.found("The profile folder is damaged.");
      return;
    }
    if (lock.isMended()) {
      damage.mended();
    }
    link.isIn(lock);
  }

  @Override
  public void pageLoaded() {
    readiness.start();
    if (!(keeper.state() instanceof Opening)) {
      return;
    }
    if (link.isExpected()) {
      limits.comeBack();
    } else {
      limits.showAQr();
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
    link.begin();
    slot.keepProfileNoMore();
    damage.isOver();
    // A page that shows a QR holds no account, whatever the registry remembers of one.
    keeper.setMe(null);
    keeper.scanning();
  }

  @Override
  public void authenticated(String reason) {
    if (keeper.authenticated(reason)) {
      link.accept();
      slot.keepProfile();
      linking.reset();
      linking.over(linkedAlready());
      limits.sync(link.isLinked());
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
    } else if (link.isAtRisk()) {
      link.keep();
    } else if (keeper.me() != null && keeper.working()) {
      browser.works();
      damage.isUndone();
      linking.over(linkedAlready());
      slot.keepProfile();
      link.complete();
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
      limits.findConnection();
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
    damage.found(how);
  }

  /** The account is still the one it was, if there is a snapshot of it. */
  @Override
  public void restoreProfile(Reason reason) {
    link.isUnknown();
    linking.restart();
    if (keeper.again(reason)) {
      browser.openAfresh(slot::exchangeProfile, Duration.ZERO);
    }
  }

  /** Everything that was true of the old profile is forgotten. */
  @Override
  public void beginAfresh(Reason reason, Supplier<Future<Void>> clear, Duration delay) {
    link.forget();
    linking.restart();
    if (keeper.afresh(reason)) {
      browser.openAfresh(clear, delay);
    }
  }

  private int qrLimit() {
    return own.qrMaxAttempts() == null ? settings.linking().qrMaxAttempts() : own.qrMaxAttempts();
  }

  @Override
  public void end(SessionStatus how, Reason reason) {
    endAs(how, reason);
  }

  private WaggleException linkedAlready() {
    return new WaggleException(
        ErrorCode.WRONG_STATE,
        "The session is " + keeper.status() + "; it is linked already, so it shows no QR.");
  }
}
