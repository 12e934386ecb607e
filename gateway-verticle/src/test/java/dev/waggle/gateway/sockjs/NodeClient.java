package dev.waggle.gateway.sockjs;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The public JavaScript clients of the bridge, run by node in a process of its own. */
final class NodeClient implements AutoCloseable {

  private static final long LIMIT_SECONDS = 20;

  private final Process process;
  private final BlockingQueue<JsonObject> lines = new LinkedBlockingQueue<>();

  private NodeClient(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "node-client");
    reader.setDaemon(true);
    reader.start();
  }

  static NodeClient start(JsonObject settings) {
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            Path.of("src", "test", "node", "bridge-client.mjs").toString(),
            "web",
            settings.encode());
    try {
      return new NodeClient(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next thing that it tells. */
  JsonObject next() {
    try {
      JsonObject line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("the client told nothing within " + LIMIT_SECONDS + " s");
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next thing of a kind; what comes before it is passed over. */
  JsonObject until(String kind) {
    JsonObject line = next();
    while (!line.containsKey(kind)) {
      line = next();
    }
    return line;
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(new JsonObject(line));
      }
    } catch (IOException e) {
      // The process is gone, and what it wrote with it; whoever waits for more will say so.
      return;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
