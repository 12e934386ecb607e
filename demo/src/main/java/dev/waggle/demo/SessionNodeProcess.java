package dev.waggle.demo;

import dev.waggle.launcher.ExitCode;
import dev.waggle.launcher.StartException;
import dev.waggle.launcher.Waggle;
import io.vertx.core.Future;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A session node in a JVM of its own. It ends when it is told to, and also when this JVM dies,
 * because it watches the pipe between them.
 */
final class SessionNodeProcess {

  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private SessionNodeProcess(Process process) {
    this.process = process;
  }

  /** Starts one with these settings, on this JVM's own class path and with its options. */
  static SessionNodeProcess start(Map<String, String> settings) {
    ProcessBuilder builder = new ProcessBuilder(command(settings)).redirectError(Redirect.INHERIT);
    // Its settings are complete; those of "serve" have no part in a demo.
    builder.environment().remove("WAGGLE_CONFIG");
    try {
      SessionNodeProcess node = new SessionNodeProcess(builder.start());
      Thread reader = new Thread(node::read, "waggle-node-" + node.process.pid());
      reader.setDaemon(true);
      reader.start();
      return node;
    } catch (IOException e) {
      throw new StartException(
          ExitCode.FAILED, "A JVM for a session node could not be started: " + e.getMessage(), e);
    }
  }

  private static List<String> command(Map<String, String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Waggle.class.getName(), "serve", "--stop-on-stdin-end"));
    settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    return command;
  }

  /** Succeeds when the node serves; fails with a {@link StartException} when it has ended. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("ready:")) {
          ready.complete(null);
        }
      }
    } catch (IOException gone) {
      // The same as the end of its output.
    }
    ready.completeExceptionally(
        new StartException(ExitCode.FAILED, "A session node did not start; it says why above."));
  }

  /** Tells it to end, and kills it when it has not within 20 s. */
  Future<?> stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // It has ended already.
    }
    return Future.fromCompletionStage(
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).whenComplete(this::killIfLate));
  }

  private void killIfLate(Process ended, Throwable late) {
    if (late != null) {
      process.destroyForcibly();
    }
  }
}
