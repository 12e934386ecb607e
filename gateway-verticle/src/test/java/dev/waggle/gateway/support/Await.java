package dev.waggle.gateway.support;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits in a test's own thread, never longer than a patient person would. */
public final class Await {

  private static final long SECONDS = 20;

  private Await() {}

  /** What the future brings; its failure is thrown. */
  public static <T> T result(Future<T> future) {
    try {
      return future.await(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("nothing came within " + SECONDS + " s", e);
    }
  }
}
