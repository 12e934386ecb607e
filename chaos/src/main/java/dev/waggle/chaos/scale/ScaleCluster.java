package dev.waggle.chaos.scale;

import dev.waggle.chaos.process.DatabaseServer;
import dev.waggle.chaos.process.JavaCommand;
import dev.waggle.chaos.process.JavaProcess;
import dev.waggle.chaos.process.NodeIds;
import dev.waggle.chaos.process.Ports;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Session nodes on pages in memory, with a database that they share. */
final class ScaleCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final int port = Ports.free();
  private final DatabaseServer database;
  private final List<JavaProcess> nodes;

  private ScaleCluster(Path folder, int nodes, int room) throws SQLException {
    this.folder = folder;
    this.database = DatabaseServer.start(folder);
    this.nodes =
        IntStream.rangeClosed(1, nodes)
            .mapToObj(number -> launch("node-" + number, room))
            .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Starts them and waits until all are ready.
   *
   * @param room how many sessions each may take
   */
  static ScaleCluster start(Path folder, int nodes, int room) throws SQLException {
    ScaleCluster cluster = new ScaleCluster(folder, nodes, room);
    try {
      cluster.nodes.forEach(ScaleCluster::awaitReady);
      return cluster;
    } catch (RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private static void awaitReady(JavaProcess node) {
    try {
      node.awaitOutput("ready:", PATIENCE);
    } catch (RuntimeException e) {
      throw new AssertionError("a node did not start:\n" + node.output(), e);
    }
  }

  private JavaProcess launch(String name, int room) {
    Path home = folder.resolve(name);
    List<String> settings =
        List.of(
            "role=session",
            "session.data=" + home.resolve("data"),
            "session.max-sessions=" + room,
            "session.database.url=" + database.url(),
            "session.database.user=sa",
            "cluster.enabled=on",
            "cluster.name=" + name(),
            "cluster.port=" + port);
    try {
      Files.createDirectories(home);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
    return JavaProcess.start(
        JavaCommand.of(home.resolve(name + ".log"), ScaleNode.class.getName(), settings)
            .withEnvironment(java.util.Map.of("WAGGLE_LOG_LEVEL", "INFO"))
            .withOptions(List.of("-Xmx1g")));
  }

  /** What members call it. */
  String name() {
    return folder.getFileName().toString();
  }

  int port() {
    return port;
  }

  /** SIGKILL of the last one; returns what the cluster called it. */
  String killOne() {
    JavaProcess last = nodes.get(nodes.size() - 1);
    last.kill();
    return NodeIds.in(last).orElseThrow();
  }

  @Override
  public void close() {
    nodes.forEach(JavaProcess::kill);
    database.close();
  }
}
