package dev.waggle.chaos.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be closed when a run is over, in the reverse order, once; also when the JVM is told to
 * end. Whatever is added later is closed at once. Safe for use by several threads.
 */
public final class Cleanup implements AutoCloseable {

  private final Deque<AutoCloseable> things = new ArrayDeque<>();
  private final Thread hook = new Thread(this::interrupt, "chaos-cleanup");
  private volatile boolean interrupted;
  private boolean closed;

  public Cleanup() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Returns what it was given. */
  public synchronized <T extends AutoCloseable> T add(T thing) {
    if (closed) {
      close(thing);
    } else {
      things.push(thing);
    }
    return thing;
  }

  /** Whether the JVM was told to end before the run was over: then nothing may take its time. */
  public boolean isInterrupted() {
    return interrupted;
  }

  private void interrupt() {
    interrupted = true;
    close();
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!things.isEmpty()) {
      close(things.pop());
    }
    if (!interrupted) {
      forgetHook();
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // Then it waits for us, and finds nothing left.
    }
  }

  private static void close(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception | AssertionError e) {
      System.err.println("not closed: " + e);
    }
  }
}
