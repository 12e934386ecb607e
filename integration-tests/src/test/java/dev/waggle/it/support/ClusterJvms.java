package dev.waggle.it.support;

import dev.waggle.chaos.process.Ports;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.StandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Two gateways and two session nodes, each a JVM of its own, joined over loopback, on a stand-in.
 */
public final class ClusterJvms implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final int port = Ports.free();
  private final List<String> settings = new ArrayList<>();
  private final StandIn standIn = StandIn.start();
  private final List<WaggleJvm> started = new ArrayList<>();
  private boolean closed;

  private ClusterJvms(Path folder, List<String> settings) {
    this.folder = folder;
    this.settings.add("session.whatsapp.url=" + standIn.url());
    this.settings.add("cluster.enabled=on");
    this.settings.add("cluster.name=" + name());
    this.settings.add("cluster.port=" + port);
    this.settings.addAll(settings);
  }

  /**
   * Starts them and waits until session nodes answer through a gateway.
   *
   * @param folder what they share; its name is the cluster's
   * @param settings {@code key=value}, for all four
   */
  public static ClusterJvms start(Path folder, String... settings) {
    ClusterJvms cluster = new ClusterJvms(folder, List.of(settings));
    try {
      Stream.of("gateway-1", "gateway-2", "session-1", "session-2").forEach(cluster::startNode);
      cluster.awaitSessionNodes();
      return cluster;
    } catch (RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private void startNode(String name) {
    String role = name.substring(0, name.indexOf('-'));
    started.add(WaggleJvm.start(folder, name, role, settings));
  }

  private void awaitSessionNodes() {
    Awaitility.await("session nodes")
        .atMost(PATIENCE)
        .until(() -> first().api().http().get("/api/sessions").status() == 200);
  }

  /** One gateway. */
  public WaggleJvm first() {
    return started.get(0);
  }

  /** The other gateway. */
  public WaggleJvm second() {
    return started.get(1);
  }

  /** All four. */
  public List<WaggleJvm> nodes() {
    return List.copyOf(started);
  }

  public StandIn standIn() {
    return standIn;
  }

  public Path folder() {
    return folder;
  }

  /** What members of it call it. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** The first port that members listen on. */
  public int port() {
    return port;
  }

  /** In the order that leaves nobody without an answer: session nodes first. Once only. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (int i = started.size() - 1; i >= 0; i--) {
      started.get(i).close();
    }
    standIn.close();
  }
}
