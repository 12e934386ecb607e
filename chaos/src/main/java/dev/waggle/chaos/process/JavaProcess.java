package dev.waggle.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A JVM of its own, with everything that it prints in one file. Closed by SIGTERM, then by SIGKILL
 * when that is not heeded within 30 s.
 */
public final class JavaProcess implements AutoCloseable {

  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final JavaCommand command;

  private JavaProcess(Process process, JavaCommand command) {
    this.process = process;
    this.command = command;
  }

  /** Runs a main class on this JVM's own class path. */
  public static JavaProcess start(Path output, String mainClass, List<String> args) {
    return start(JavaCommand.of(output, mainClass, args));
  }

  /** Runs a command. */
  public static JavaProcess start(JavaCommand command) {
    ProcessBuilder builder =
        new ProcessBuilder(command.line())
            .redirectErrorStream(true)
            .redirectOutput(command.output().toFile());
    builder.environment().put("TMPDIR", command.temporary().toString());
    builder.environment().putAll(command.environment());
    try {
      Files.createDirectories(command.temporary());
      JvmLogs.watch(command.output());
      return new JavaProcess(builder.start(), command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it and the browsers that it starts keep temporary files: beside its output. */
  public Path temporary() {
    return command.temporary();
  }

  /** The file that it prints to. */
  public Path log() {
    return command.output();
  }

  /** Everything that it has printed so far. */
  public String output() {
    try {
      return Files.readString(command.output(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it has printed something.
   *
   * @throws RuntimeException when it has not in time, or has ended before
   */
  public void awaitOutput(String text, Duration limit) {
    Awaitility.await("\"" + text + "\" in " + log())
        .atMost(limit)
        .failFast("the process ended early", () -> !process.isAlive())
        .until(() -> output().contains(text));
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Its children and theirs, living ones only. */
  public List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** SIGKILL; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** SIGSTOP to the JVM alone: what it has started runs on. */
  public void freeze() {
    Signal.STOP.send(process.pid());
  }

  /** SIGCONT. */
  public void thaw() {
    Signal.CONT.send(process.pid());
  }

  /** SIGTERM; returns its exit code. */
  public int terminate() {
    beginToTerminate();
    return await();
  }

  /** SIGTERM; does not wait. */
  public void beginToTerminate() {
    process.destroy();
  }

  /** Waits for it to end by itself. */
  public int await() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + STOP_SECONDS + " s:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * The same, for as long as it is given.
   *
   * @throws AssertionError when it runs on
   */
  public int await(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running after %s, see %s".formatted(limit, log()));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGQUIT: it prints what each of its threads is doing, and runs on. */
  public void printThreads() {
    Signal.QUIT.send(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    if (process.isAlive()) {
      // A frozen one would not hear that it is to end.
      thaw();
    }
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
