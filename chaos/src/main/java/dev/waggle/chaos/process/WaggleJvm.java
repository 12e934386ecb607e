package dev.waggle.chaos.process;

import dev.waggle.chaos.client.SessionApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One node of Waggle, run by the launcher's own main class in a JVM of its own. */
public final class WaggleJvm implements AutoCloseable {

  /** What every gateway of a run asks for. */
  public static final String KEY = "integration-test-key";

  /** Even the most talkative log may hold no secret. */
  private static final String EVERYTHING = "TRACE";

  private static final Pattern MANAGEMENT =
      Pattern.compile("ready: .*management on (http://[^\\s,]+)");

  /** A start takes a few seconds, unless others keep the machine busy. */
  private static final Duration READY = Duration.ofMinutes(3);

  private final JavaProcess process;
  private final int port;

  private WaggleJvm(JavaProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a node that logs everything, and waits until it says that it is ready.
   *
   * @param folder its working data, shared by the nodes of one test, and its log
   * @param name of the log file
   * @param role gateway, session or both
   * @param settings {@code key=value}
   */
  public static WaggleJvm start(Path folder, String name, String role, List<String> settings) {
    return start(NodeLaunch.of(folder, name, role, settings).withLogLevel(EVERYTHING));
  }

  /** Starts a node and waits until it says that it is ready. */
  public static WaggleJvm start(NodeLaunch launch) {
    WaggleJvm node = launch(launch);
    try {
      node.awaitReady();
    } catch (RuntimeException e) {
      node.close();
      throw new AssertionError("the node did not start:\n" + node.process.output(), e);
    }
    return node;
  }

  /** Starts a node and does not wait, so that several can start at once. */
  public static WaggleJvm launch(NodeLaunch launch) {
    launch.folder().toFile().mkdirs();
    int port = Ports.free();
    return new WaggleJvm(JavaProcess.start(launch.command(port)), port);
  }

  /** Waits until it says that it is ready. */
  public void awaitReady() {
    process.awaitOutput("ready:", READY);
  }

  /** Where its gateway listens. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Where it tells how it is; to be asked when it is ready. */
  public String managementUrl() {
    Matcher address = MANAGEMENT.matcher(process.output());
    if (!address.find()) {
      throw new AssertionError("no management port is told:\n" + process.output());
    }
    return address.group(1);
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
