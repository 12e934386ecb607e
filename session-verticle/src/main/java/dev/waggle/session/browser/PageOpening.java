package dev.waggle.session.browser;

import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageRequest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One way from nothing to a loaded page, on the context that asked for it. Whatever has been taken
 * by then is given back when a step fails. One that is called off fails as soon as it can: in the
 * line at once when its turn comes, in the launch when that is over, which takes three seconds at
 * most, and while the page loads at once.
 *
 * @param launches how many browsers may start and load at once
 * @param ahead a browser that is there already; whoever calls discards it when this fails
 * @param request whose profile and lease are in the plan
 */
record PageOpening(
    Context context,
    LaunchGate launches,
    LaunchPlan plan,
    Supplier<BrowserHold> holds,
    Optional<BrowserAhead> ahead,
    PageRequest request,
    Handler<PageEvent> events) {

  private static final Logger log = LoggerFactory.getLogger(PageOpening.class);

  /** Fails with a failure that {@link PageErrors} understands. */
  Future<ChromiumPage> open() {
    return Contexts.hop(context, LaunchTurn.take(launches, context.owner(), LaunchTurn.LONGEST))
        .compose(this::inTurn);
  }

  /** The turn is given back even when the launch cannot begin. */
  private Future<ChromiumPage> inTurn(LaunchTurn turn) {
    return Future.succeededFuture()
        .compose(begun -> request.calledOff().isComplete() ? Future.failedFuture(off()) : launch())
        .onSuccess(launched -> turn.launched())
        .compose(launched -> load(launched).recover(failure -> giveUp(launched, failure)))
        .onComplete(loaded -> turn.end());
  }

  private Future<Launched> launch() {
    return ahead.map(this::takeOver).orElseGet(this::launchNew);
  }

  private Future<Launched> takeOver(BrowserAhead browser) {
    Launched launched = launched(browser.hold());
    browser.passTo(launched.page);
    return Contexts.hop(context, launched.hold.receive(plan))
        .map(launched)
        .recover(failure -> giveUp(launched, failure));
  }

  private Launched launched(BrowserHold hold) {
    return new Launched(
        new ChromiumPage(
            context,
            hold,
            plan.script(),
            plan.settings().commandTimeout(),
            request.passedOn(),
            events),
        hold);
  }

  private Future<Launched> launchNew() {
    BrowserHold hold = holds.get();
    Launched launched = launched(hold);
    Future<Void> launching = hold.launch(plan, launched.page);
    request.calledOff().onSuccess(off -> hold.hurryLaunch());
    return Contexts.hop(context, launching)
        .map(launched)
        .recover(failure -> giveUp(launched, failure));
  }

  private Future<ChromiumPage> load(Launched launched) {
    if (request.calledOff().isComplete()) {
      return Future.failedFuture(off());
    }
    PageVisit visit = new PageVisit(plan.url());
    Promise<Void> loaded = Promise.promise();
    launched.hold.visit(visit).onFailure(loaded::tryFail);
    log.debug("A page begins to load on {}", plan.profile().path());
    visit.outcome().onComplete((done, failure) -> settle(loaded, failure));
    launched.page.deathBeforeOpen().onFailure(loaded::tryFail);
    request.calledOff().onSuccess(off -> loaded.tryFail(off()));
    long timer = startTimer(loaded, plan.settings().navigationTimeout());
    return Contexts.hop(context, loaded.future())
        .onComplete(done -> context.owner().cancelTimer(timer))
        .compose(done -> Contexts.hop(context, launched.hold.loaded()))
        .map(done -> launched.page.opened());
  }

  private long startTimer(Promise<Void> loaded, Duration limit) {
    return context
        .owner()
        .setTimer(limit.toMillis(), expired -> loaded.tryFail(PageErrors.notLoaded()));
  }

  private static WaggleException off() {
    return PageErrors.closed();
  }

  private static void settle(Promise<Void> loaded, Throwable failure) {
    if (failure == null) {
      loaded.tryComplete();
    } else {
      loaded.tryFail(failure);
    }
  }

  private static <T> Future<T> giveUp(Launched launched, Throwable failure) {
    return launched.page.close().transform(closed -> Future.failedFuture(failure));
  }

  private record Launched(ChromiumPage page, BrowserHold hold) {}
}
