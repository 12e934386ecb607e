package dev.waggle.session.browser;

import dev.waggle.session.page.PageEvent.Cause;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A browser on an empty page, started for a session that may come to this node. It has looked at
 * nothing in its profile that belongs to an account, and nothing outside. Either a session's page
 * takes it over, or it is discarded. Safe for all threads.
 */
final class BrowserAhead implements PageTab.Listener {

  private static final Logger log = LoggerFactory.getLogger(BrowserAhead.class);

  private final Vertx vertx;
  private final LaunchPlan plan;
  private final Supplier<BrowserHold> holds;
  private volatile BrowserHold hold;
  private volatile boolean unwanted;
  private volatile Future<Void> launching;
  private PageTab.Listener page;
  private Cause death;

  /**
   * A browser that is not there yet.
   *
   * @param plan without a copy of localStorage, which is read when the session comes
   */
  BrowserAhead(Vertx vertx, LaunchPlan plan, Supplier<BrowserHold> holds) {
    this.vertx = vertx;
    this.plan = plan;
    this.holds = holds;
  }

  /** Launches it when it is its turn; to be called once. When that fails, nothing is left. */
  Future<Void> launch(LaunchGate launches) {
    launching = LaunchTurn.take(launches, vertx, LaunchTurn.LONGEST).compose(this::inTurn);
    return launching;
  }

  private Future<Void> inTurn(LaunchTurn turn) {
    return Future.succeededFuture()
        .compose(begun -> unwanted ? Future.failedFuture(PageErrors.closed()) : launchNow())
        .onComplete(launched -> turn.end());
  }

  private Future<Void> launchNow() {
    BrowserHold taken = holds.get();
    hold = taken;
    return taken
        .launch(plan, this)
        .onSuccess(there -> log.debug("A browser is there ahead on {}", plan.profile().path()))
        .recover(failure -> taken.free().transform(freed -> Future.failedFuture(failure)));
  }

  /** Done when it is there; false when it could not be launched or has died since. */
  Future<Boolean> isUsable() {
    return launching.transform(launched -> Future.succeededFuture(launched.succeeded() && lives()));
  }

  /** What the page holds that has taken it over. */
  BrowserHold hold() {
    return hold;
  }

  /** From now on a page hears what there is to hear, and whether the browser has died already. */
  synchronized void passTo(PageTab.Listener successor) {
    page = successor;
    if (death != null) {
      successor.gone(death);
    }
  }

  /** Sees to it that a launch that is under way is over soon. */
  void callOff() {
    unwanted = true;
    BrowserHold started = hold;
    if (started != null && !launching.isComplete()) {
      started.hurryLaunch();
    }
  }

  /** Closes it; done when its processes are gone. Never fails; may be repeated. */
  Future<Void> discard() {
    callOff();
    return launching.transform(
        launched -> launched.succeeded() ? hold.free() : Future.succeededFuture());
  }

  private synchronized boolean lives() {
    return death == null;
  }

  private synchronized PageTab.Listener page() {
    return page;
  }

  @Override
  public void told(String text) {
    PageTab.Listener hears = page();
    if (hears != null) {
      hears.told(text);
    }
  }

  @Override
  public void stored() {
    PageTab.Listener hears = page();
    if (hears != null) {
      hears.stored();
    }
  }

  @Override
  public void navigated(String url) {
    PageTab.Listener hears = page();
    if (hears != null) {
      hears.navigated(url);
    }
  }

  @Override
  public synchronized void gone(Cause cause) {
    death = cause;
    if (page != null) {
      page.gone(cause);
    }
  }
}
