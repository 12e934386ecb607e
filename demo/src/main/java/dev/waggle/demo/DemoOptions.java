package dev.waggle.demo;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a demo can be told. */
final class DemoOptions {

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

  boolean isClustered() {
    return nodes > 0;
  }
}
