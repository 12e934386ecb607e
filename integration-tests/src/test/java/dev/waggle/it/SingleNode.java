package dev.waggle.it;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.StandIn;
import dev.waggle.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stand-in and one node that is gateway and session node in one, restartable. */
final class SingleNode implements AutoCloseable {

  private final Path folder;
  private final List<String> settings;
  private final StandIn standIn;
  private WaggleJvm node;
  private int starts;

  private SingleNode(Path folder, SimulatorConfig config, List<String> settings) {
    this.folder = folder;
    this.standIn = StandIn.start(config);
    this.settings = new ArrayList<>(settings);
    this.settings.add(0, "session.whatsapp.url=" + standIn.url());
    start();
  }

  static SingleNode start(Path folder, String... settings) {
    return new SingleNode(folder, SimulatorConfig.defaults(), List.of(settings));
  }

  static SingleNode start(Path folder, SimulatorConfig config, String... settings) {
    return new SingleNode(folder, config, List.of(settings));
  }

  /** Starts a node on the data of the one before. */
  void start() {
    starts++;
    node = WaggleJvm.start(folder, "node-" + starts, "both", settings);
  }

  WaggleJvm node() {
    return node;
  }

  StandIn standIn() {
    return standIn;
  }

  SessionApi api() {
    return node.api();
  }

  @Override
  public void close() {
    node.close();
    standIn.close();
  }
}
