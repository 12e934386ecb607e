package dev.waggle.launcher;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code waggle} in a JVM of its own, on the tests' class path. Killed when it is closed. */
final class NodeProcess implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;
  private final Path errors;

  private NodeProcess(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  static NodeProcess start(Path folder, Map<String, String> environment, String... args) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Waggle.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("WAGGLE_"));
    builder.environment().put("WAGGLE_MANAGEMENT_PORT", "0");
    builder.environment().putAll(environment);
    Path output = folder.resolve("out.txt");
    Path errors = folder.resolve("err.txt");
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    try {
      return new NodeProcess(builder.start(), output, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NodeProcess awaitReady() {
    await()
        .atMost(LIMIT)
        .until(() -> !process.isAlive() || output().lines().anyMatch(l -> l.startsWith("ready:")));
    if (!process.isAlive()) {
      throw new AssertionError("ended: " + errors());
    }
    return this;
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running: " + errors());
    }
    return process.exitValue();
  }

  void terminate() {
    process.destroy();
  }

  void endStdin() throws IOException {
    process.getOutputStream().close();
  }

  String output() {
    return read(output);
  }

  String errors() {
    return read(errors);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
