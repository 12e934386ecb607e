package dev.waggle.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own, with everything that it prints in one file. Closed by SIGTERM, then by SIGKILL
 * when that is not heeded within 30 s.
 */
public final class JavaProcess implements AutoCloseable {

  private static final List<String> HAZELCAST_FLAGS =
      List.of(System.getProperty("waggle.jvm.args", "").trim().split("\\s+"));
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final Path output;

  private JavaProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Runs a main class on this test's own class path. */
  public static JavaProcess start(Path output, String mainClass, List<String> args) {
    return start(output, mainClass, args, Map.of());
  }

  /** The same with variables of its own. */
  public static JavaProcess start(
      Path output, String mainClass, List<String> args, Map<String, String> environment) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return start(output, classPath, mainClass, args, environment);
  }

  /** Runs a main class on a class path. */
  public static JavaProcess start(
      Path output,
      String classPath,
      String mainClass,
      List<String> args,
      Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    HAZELCAST_FLAGS.stream().filter(flag -> !flag.isEmpty()).forEach(command::add);
    // One unpacked browser driver for all nodes of all tests: it is 134 MB.
    String driver = System.getProperty("playwright.cli.dir");
    if (driver != null) {
      command.add("-Dplaywright.cli.dir=" + driver);
    }
    Path temporary = temporaryOf(output);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-Xmx384m", "-cp", classPath, mainClass));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TMPDIR", temporary.toString());
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(temporary);
      LoggedSecrets.watch(output);
      return new JavaProcess(builder.redirectOutput(output.toFile()).start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it and the browsers that it starts keep temporary files: beside its output. */
  public Path temporary() {
    return temporaryOf(output);
  }

  private static Path temporaryOf(Path output) {
    return output.resolveSibling("tmp");
  }

  /** Everything that it has printed so far. */
  public String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** SIGKILL; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** SIGTERM; returns its exit code. */
  public int terminate() {
    process.destroy();
    return await();
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

  @Override
  public void close() {
    process.destroy();
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
