package dev.waggle.session.browser;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A deadline for one call to Playwright, most of which wait for an answer for ever. A hung page
 * would otherwise hold up every session of its driver.
 *
 * <p>While it waits, Playwright polls its queue of messages; an interrupt there ends the call with
 * an exception and harms nothing: the answer is dropped when it comes. That is why the thread is
 * interrupted, and why it must not be interrupted for any other reason.
 */
final class CallLimit {

  /** The call was given up; what it asked for may still happen. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exceeded(PlaywrightException cause) {
      super("The browser did not answer in time", cause);
    }
  }

  private Thread waiting = Thread.currentThread();
  private boolean exceeded;

  private CallLimit() {}

  /**
   * Runs a call on the calling thread.
   *
   * @throws Exceeded when it took longer
   */
  static <T> T within(Duration limit, Supplier<T> call) {
    CallLimit guard = new CallLimit();
    later(limit).execute(guard::giveUp);
    try {
      return call.get();
    } catch (PlaywrightException failure) {
      throw guard.isExceeded() ? new Exceeded(failure) : failure;
    } finally {
      guard.end();
    }
  }

  private static Executor later(Duration limit) {
    return CompletableFuture.delayedExecutor(
        limit.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
  }

  private synchronized void giveUp() {
    if (waiting != null) {
      exceeded = true;
      waiting.interrupt();
    }
  }

  private synchronized boolean isExceeded() {
    return exceeded;
  }

  /** After this no interrupt comes, and one that came too late is taken back. */
  private synchronized void end() {
    waiting = null;
    if (exceeded) {
      Thread.interrupted();
    }
  }
}
