package dev.waggle.demo;

import dev.waggle.settings.Problems;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a demo can be told. */
final class DemoOptions {

  private static final int MOST_PORT = 65_535;

  /** As many as fit into the cluster's range of ports beside the gateway. */
  private static final int MOST_NODES = 15;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3000",
      description = "Where the gateway listens (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--simulator-port",
      paramLabel = "PORT",
      defaultValue = "3001",
      description =
          "Where the stand-in listens (default: ${DEFAULT-VALUE}). A linked session belongs to"
              + " this address: with another port it has to be linked anew.")
  int simulatorPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:WAGGLE_HOME:-.}/data/demo",
      description = "What survives a restart (default: data/demo beside this program).")
  Path data;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description = "What callers show; by default one is made and kept in the data folder.")
  String apiKey;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Session nodes in JVMs of their own, clustered with the gateway; by default everything"
              + " is in one JVM.")
  int nodes;

  /**
   * Looks for numbers that cannot be meant.
   *
   * @throws dev.waggle.settings.InvalidSettingsException naming every one
   */
  void check() {
    new Problems()
        .range("--port", port, 0, MOST_PORT)
        .range("--simulator-port", simulatorPort, 0, MOST_PORT)
        .range("--nodes", nodes, 0, MOST_NODES)
        .throwIfAny();
  }

  boolean isClustered() {
    return nodes > 0;
  }
}
