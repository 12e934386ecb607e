package dev.waggle.session.browser;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one session holds: its place on a browser thread, its browser, and its profile. All of it is
 * given back by {@link #free}. Not for sharing between threads; futures complete anywhere.
 */
final class BrowserHold {

  private static final Logger log = LoggerFactory.getLogger(BrowserHold.class);

  /** Many times what a launch takes. */
  private static final Duration LAUNCH_GRACE = Duration.ofSeconds(3);

  private final DriverPool.Seat seat;
  private final ProfileFolder profile;
  private final Duration closeTimeout;
  private final WorkerExecutor workers;
  private Future<PageTab> tab = Future.failedFuture(PageErrors.closed());
  private Future<Void> freed;

  BrowserHold(
      DriverPool.Seat seat, ProfileFolder profile, Duration closeTimeout, WorkerExecutor workers) {
    this.seat = seat;
    this.profile = profile;
    this.closeTimeout = closeTimeout;
    this.workers = workers;
  }

  /**
   * Launches the browser; what fails here is still to be freed. The driver is asked first whether
   * it answers, for a launch waits long.
   */
  Future<Void> launch(LaunchPlan plan, PageTab.Listener listener) {
    BrowserThread thread = seat.thread();
    thread.examineDriver();
    tab = thread.submit(playwright -> PageTab.launch(playwright, thread, plan, listener));
    return tab.mapEmpty();
  }

  /**
   * Sees to it that a launch that is not wanted any more is over soon; what is here is to be freed.
   * It is given time to end by itself: Playwright misses the death of a browser that it has just
   * started, and then every session of the driver waits for the launch's whole limit.
   */
  void hurryLaunch() {
    tab.timeout(LAUNCH_GRACE.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(
            failure -> {
              if (!tab.isComplete()) {
                killProcesses();
              }
            });
  }

  private void killProcesses() {
    var unused = workers.executeBlocking(() -> release(Duration.ZERO), false);
  }

  /** Gets an empty page ready for a profile that has come since the browser was launched. */
  Future<Void> receive(LaunchPlan plan) {
    return tab.compose(
        launched ->
            seat.thread()
                .submit(
                    () -> {
                      launched.restoreStorage(plan);
                      return null;
                    }));
  }

  /** Starts to load the page. */
  Future<Void> visit(PageVisit visit) {
    return tab.compose(
        launched ->
            seat.thread()
                .submit(
                    () -> {
                      launched.visit(visit);
                      return null;
                    }));
  }

  /** The first document is there. */
  Future<Void> loaded() {
    return tab.compose(launched -> seat.thread().submit(launched::endRestoring));
  }

  /** Puts a copy of localStorage into the profile. */
  Future<Void> keepStorage(JsonObject copy) {
    return workers.executeBlocking(
        () -> {
          profile.storageCopy().write(copy);
          return null;
        },
        false);
  }

  /** Starts work in the page. */
  Future<Boolean> start(String expression) {
    return tab.compose(launched -> seat.thread().submit(() -> launched.start(expression)));
  }

  /** Tells the page that its reports up to this number are passed on. */
  void passedOn(long number) {
    tab.onSuccess(launched -> launched.passedOn(number));
  }

  /** Closes the browser; done when its processes are gone. Never fails; may be repeated. */
  Future<Void> free() {
    if (freed == null) {
      freed =
          tab.compose(launched -> seat.thread().submit(launched::close))
              .transform(closed -> workers.executeBlocking(() -> release(closeTimeout), false))
              .onFailure(
                  stays -> log.error("A browser could not be ended ({})", PageErrors.words(stays)))
              .transform(
                  released -> {
                    seat.leave();
                    return Future.succeededFuture();
                  });
    }
    return freed;
  }

  private Void release(Duration patience) {
    try {
      profile.release(patience);
      return null;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
