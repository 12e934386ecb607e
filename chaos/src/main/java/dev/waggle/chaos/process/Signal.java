package dev.waggle.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Signals for which Java has no word of its own. */
public enum Signal {
  /** Stops a process where it is, until {@link #CONT}. */
  STOP,
  CONT,
  /** Has a JVM print its threads. */
  QUIT,
  KILL;

  private static final long LIMIT_SECONDS = 5;

  /** Sends it; to a process that is gone it does nothing. */
  public void send(long pid) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name(), String.valueOf(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
