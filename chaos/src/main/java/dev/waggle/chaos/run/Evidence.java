package dev.waggle.chaos.run;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a run learns, one thing after the other. What cannot be had is noted as a trouble, and the
 * rest is judged all the same. Safe for use by several threads.
 */
final class Evidence {

  private final RunLog log;
  private final List<String> troubles = new CopyOnWriteArrayList<>();

  Evidence(RunLog log) {
    this.log = log;
  }

  /**
   * Asks a source.
   *
   * @param what names it where it fails
   * @param otherwise what is taken for its answer then
   */
  <T> T of(String what, Callable<T> source, T otherwise) {
    try {
      return source.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      trouble(what + ": interrupted");
    } catch (Exception | AssertionError e) {
      trouble(what + ": " + e);
    }
    return otherwise;
  }

  /** Something to be done, of which it is known afterwards that it was or was not. */
  interface Step {
    void run() throws Exception;
  }

  /** Takes a step of the run. */
  void run(String what, Step step) {
    of(
        what,
        () -> {
          step.run();
          return true;
        },
        false);
  }

  /** Notes what a run that goes as it should does not meet, and says it at once. */
  void trouble(String text) {
    log.say("TROUBLE " + text);
    troubles.add(text);
  }

  List<String> troubles() {
    return List.copyOf(troubles);
  }
}
