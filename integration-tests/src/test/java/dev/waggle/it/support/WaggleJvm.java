package dev.waggle.it.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One node of Waggle, run by the launcher's own main class in a JVM of its own. */
public final class WaggleJvm implements AutoCloseable {

  /** What every gateway of the tests asks for. */
  public static final String KEY = "integration-test-key";

  /** Even the most talkative log may hold no secret: see {@link LoggedSecrets}. */
  private static final Map<String, String> EVERYTHING = Map.of("WAGGLE_LOG_LEVEL", "TRACE");

  private static final long READY_SECONDS = 60;

  private final JavaProcess process;
  private final int port;

  private WaggleJvm(JavaProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a node and waits until it says that it is ready.
   *
   * @param folder its working data, shared by the nodes of one test, and its log
   * @param name of the log file
   * @param role gateway, session or both
   * @param settings {@code key=value}
   */
  public static WaggleJvm start(Path folder, String name, String role, List<String> settings) {
    folder.toFile().mkdirs();
    int port = Ports.free();
    // Should these tests be killed, their nodes end with them.
    List<String> args = new ArrayList<>(List.of("serve", "--role", role, "--stop-on-stdin-end"));
    args.addAll(List.of("--port", String.valueOf(port), "--api-key", KEY));
    args.addAll(List.of("--data", folder.resolve("data").toString()));
    // Tests ask more of one key, and show more wrong ones, than anybody in good faith does.
    args.addAll(List.of("--set", "gateway.limits.requests-per-minute=0"));
    args.addAll(List.of("--set", "gateway.limits.failed-logins-per-minute=0"));
    settings.forEach(setting -> args.addAll(List.of("--set", setting)));
    JavaProcess process =
        JavaProcess.start(
            folder.resolve(name + ".log"), "dev.waggle.launcher.Waggle", args, EVERYTHING);
    WaggleJvm node = new WaggleJvm(process, port);
    try {
      node.awaitReady();
    } catch (RuntimeException e) {
      node.close();
      throw new AssertionError("the node did not start:\n" + process.output(), e);
    }
    return node;
  }

  private void awaitReady() {
    Awaitility.await()
        .atMost(READY_SECONDS, TimeUnit.SECONDS)
        .failFast("the node ended early", () -> !process.isAlive())
        .until(() -> process.output().contains("ready:"));
  }

  /** Where its gateway listens. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** A client with the key. */
  public SessionApi api() {
    return new SessionApi(url(), KEY);
  }

  public JavaProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
