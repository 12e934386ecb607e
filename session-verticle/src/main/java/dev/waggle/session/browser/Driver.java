package dev.waggle.session.browser;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running Playwright driver and its process, which Playwright does not show: the death of the
 * process is the only sign of it that comes without a call being made.
 */
record Driver(Playwright playwright, ProcessHandle process) {

  private static final Object ONE_AT_A_TIME = new Object();
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int KILL_AFTER_SECONDS = 5;

  /** Starts one; takes about 0.6 s. Must be called on the thread that will use it. */
  static Driver start(Path folder) {
    synchronized (ONE_AT_A_TIME) {
      Set<ProcessHandle> before = Set.copyOf(drivers(folder));
      try {
        Playwright playwright = CallLimit.within(START, Playwright::create);
        return new Driver(playwright, newest(folder, before).findFirst().orElseThrow());
      } catch (RuntimeException failure) {
        newest(folder, before).forEach(ProcessHandle::destroyForcibly);
        throw new IllegalStateException("The browser driver ended as it started", failure);
      }
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Whether it answers a question that needs no browser, so that a hung browser cannot be mistaken
   * for a hung driver. Waits so long that a machine which is busy is not mistaken for one either.
   * Must be called on the thread that uses it.
   */
  boolean answers() {
    try {
      CallLimit.within(
          PATIENCE,
          () -> {
            playwright.request().newContext().dispose();
            return null;
          });
      return true;
    } catch (PlaywrightException | CallLimit.Exceeded deaf) {
      return false;
    }
  }

  /** Ends its process; done when that is gone, or stays though it was killed. */
  void kill() {
    process.destroyForcibly();
    process.onExit().completeOnTimeout(process, KILL_AFTER_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Ends it, by force when it does not answer; with it go the browsers that it still has. */
  void end() {
    Thread.interrupted();
    CompletableFuture.delayedExecutor(KILL_AFTER_SECONDS, TimeUnit.SECONDS, Runnable::run)
        .execute(process::destroyForcibly);
    playwright.close();
  }

  private static Stream<ProcessHandle> newest(Path folder, Set<ProcessHandle> before) {
    return drivers(folder).stream().filter(process -> !before.contains(process));
  }

  /** The system names a process by its real path, whatever links led to it. */
  private static List<ProcessHandle> drivers(Path folder) {
    String node = realPath(folder.resolve("node")).toString();
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(node::equals).isPresent())
        .toList();
  }

  private static Path realPath(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException missing) {
      throw new UncheckedIOException("The browser driver is not where it was unpacked", missing);
    }
  }
}
