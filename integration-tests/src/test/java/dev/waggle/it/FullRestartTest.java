package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.NodeLaunch;
import dev.waggle.chaos.process.Ports;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.StandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every process of a machine, its database's included, is killed at once and started again. */
class FullRestartTest {

  @TempDir Path folder;
  private StandIn standIn;
  private int clusterPort;
  private List<WaggleJvm> nodes = List.of();

  @BeforeEach
  void start() {
    standIn = StandIn.start();
    clusterPort = Ports.free();
    nodes = startAll("before");
  }

  @AfterEach
  void stop() {
    nodes.forEach(node -> node.process().kill());
    standIn.close();
  }

  @Test
  void shouldRunWhatShouldRunWithoutAScanAndLeaveStoppedWhatWasStopped() {
    SessionApi api = nodes.get(0).api();
    Stream.of("a", "b", "resting").forEach(name -> api.link(name, standIn.phone(name)));
    api.order("resting", "stop");

    nodes.forEach(node -> node.process().kill());
    nodes = startAll("after");

    SessionApi restarted = nodes.get(1).api();
    restarted.awaitStatus("a", "WORKING");
    restarted.awaitStatus("b", "WORKING");
    assertThat(restarted.status("resting")).isEqualTo("STOPPED");
    assertThat(standIn.books().getInteger("scans")).isEqualTo(3);
    assertThat(standIn.books().getInteger("maxConnections")).isEqualTo(1);
  }

  private List<WaggleJvm> startAll(String when) {
    List<WaggleJvm> all =
        Stream.of("one", "two").map(name -> WaggleJvm.launch(launch(name + "-" + when))).toList();
    all.forEach(WaggleJvm::awaitReady);
    return all;
  }

  private NodeLaunch launch(String name) {
    return NodeLaunch.of(
        folder,
        name,
        "both",
        List.of(
            "session.whatsapp.url=" + standIn.url(),
            "cluster.enabled=on",
            "cluster.name=" + folder.getFileName(),
            "cluster.port=" + clusterPort));
  }
}
