package dev.waggle.launcher;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a process's start to its end. Whatever was started is stopped in the reverse order, once,
 * when the process is told to end (SIGTERM, SIGINT), when its start fails or when somebody calls
 * {@link #end()}. Safe for use by any thread outside of Vert.x.
 */
public final class Lifetime {

  private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Deque<Part> parts = new ArrayDeque<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private boolean ended;

  private record Part(String name, Duration limit, Supplier<Future<?>> stop) {}

  Lifetime() {}

  /** A lifetime that ends with SIGTERM, SIGINT or any other end of the JVM, which waits for it. */
  public static Lifetime ofProcess() {
    Lifetime lifetime = new Lifetime();
    Signals.onEnd(
        () -> {
          lifetime.end();
          // An end that was asked for and went well is no failure, whoever started us.
          System.exit(ExitCode.OK.number());
        });
    // For every other way out, such as a start that fails.
    Runtime.getRuntime().addShutdownHook(new Thread(lifetime::end, "waggle-shutdown"));
    return lifetime;
  }

  /**
   * Registers what has just been started. When the end has come meanwhile it is stopped at once.
   *
   * @param name for the log
   * @param stop called at most once; waited for, 30 s at most
   */
  public void add(String name, Supplier<Future<?>> stop) {
    add(name, LIMIT, stop);
  }

  /**
   * The same for what may take longer.
   *
   * @param limit how long it is waited for
   */
  public synchronized void add(String name, Duration limit, Supplier<Future<?>> stop) {
    Part part = new Part(name, limit, stop);
    if (ended) {
      stop(part);
    } else {
      parts.push(part);
    }
  }

  /** Stops everything that was added, and returns when that is done. */
  public synchronized void end() {
    ended = true;
    while (!parts.isEmpty()) {
      stop(parts.pop());
    }
    asked.countDown();
  }

  /** Returns when the end has come. */
  public void await() throws InterruptedException {
    asked.await();
  }

  private static void stop(Part part) {
    try {
      part.stop().get().await(part.limit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      LOG.warn("stopping the {} did not succeed: {}", part.name(), e.toString());
    }
  }
}
