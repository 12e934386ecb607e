package dev.waggle.session.browser;

import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A running Playwright driver and its process, which Playwright does not show: the death of the
 * process is the only sign of it that comes without a call being made.
 */
record Driver(Playwright playwright, ProcessHandle process) {

  private static final Object ONE_AT_A_TIME = new Object();
  private static final int KILL_AFTER_SECONDS = 5;

  /** Starts one; takes about 0.6 s. Must be called on the thread that will use it. */
  static Driver start(Path folder) {
    synchronized (ONE_AT_A_TIME) {
      Set<Long> before =
          drivers(folder).stream().map(ProcessHandle::pid).collect(Collectors.toSet());
      Playwright playwright = Playwright.create();
      return drivers(folder).stream()
          .filter(process -> !before.contains(process.pid()))
          .findFirst()
          .map(process -> new Driver(playwright, process))
          .orElseThrow(() -> new IllegalStateException("The browser driver ended as it started"));
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it, by force when it does not answer; with it go the browsers that it still has. */
  void end() {
    Thread.interrupted();
    CompletableFuture.delayedExecutor(KILL_AFTER_SECONDS, TimeUnit.SECONDS, Runnable::run)
        .execute(process::destroyForcibly);
    playwright.close();
  }

  private static List<ProcessHandle> drivers(Path folder) {
    Path node = folder.resolve("node");
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(node.toString()::equals).isPresent())
        .toList();
  }
}
