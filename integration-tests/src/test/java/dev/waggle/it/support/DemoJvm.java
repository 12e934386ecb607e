package dev.waggle.it.support;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.JavaProcess;
import dev.waggle.chaos.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * What {@code ./waggle demo} runs, in a JVM of its own on ports of its own. It keeps its ports and
 * its data when it is started again: a linked session belongs to the stand-in's address.
 */
public final class DemoJvm implements AutoCloseable {

  /** The key of its gateway. */
  public static final String KEY = "readme-test-key";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final int port = Ports.free();
  private final int phonesPort = Ports.free();
  private JavaProcess process;
  private int starts;

  private DemoJvm(Path folder) {
    this.folder = folder;
  }

  /** Starts a demo and waits until it says what to do next. */
  public static DemoJvm start(Path folder) {
    DemoJvm demo = new DemoJvm(folder);
    demo.start();
    return demo;
  }

  /** Starts it once more, on what it left. */
  public void start() {
    process =
        JavaProcess.start(
            folder.resolve("demo-" + ++starts + ".log"),
            "dev.waggle.demo.Demo",
            List.of(
                "--port", String.valueOf(port),
                "--simulator-port", String.valueOf(phonesPort),
                "--data", folder.resolve("data").toString(),
                "--api-key", KEY));
    Awaitility.await("the demo's welcome")
        .atMost(PATIENCE)
        .failFast("the demo ended early", () -> !process.isAlive())
        .until(() -> process.output().contains("What next"));
  }

  /**
   * Tells it to end, as Ctrl-C does: a demo hears SIGTERM and SIGINT alike, but a test that was
   * itself started in the background hands on that SIGINT be ignored.
   *
   * @return its exit code
   */
  public int stop() {
    return process.terminate();
  }

  /** Where its gateway listens. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Where its virtual phones are. */
  public String phonesUrl() {
    return "http://127.0.0.1:" + phonesPort;
  }

  /** A client with the key. */
  public SessionApi api() {
    return new SessionApi(url(), KEY);
  }

  @Override
  public void close() {
    process.close();
  }
}
