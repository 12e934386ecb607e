package dev.waggle.session.support;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for futures on the test's own thread. */
public final class Futures {

  private static final long LIMIT_SECONDS = 40;

  private Futures() {}

  /** The result; fails the test with the future's own failure. */
  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError("The future failed", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("Nothing came in " + LIMIT_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The code that the future fails with. */
  public static ErrorCode codeOf(Future<?> future) {
    return failureOf(future).code();
  }

  /** What the future fails with. */
  public static WaggleException failureOf(Future<?> future) {
    try {
      Object result = await(future);
      throw new AssertionError("Expected a failure, not " + result);
    } catch (WaggleException e) {
      return e;
    }
  }
}
