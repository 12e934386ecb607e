package dev.waggle.chaos;

import dev.waggle.chaos.cluster.DatabaseKind;
import dev.waggle.chaos.run.ChaosPlan;
import dev.waggle.settings.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Option;

/** What a chaos run can be told. */
final class ChaosOptions {

  private static final int MOST_SESSIONS = 50;
  private static final int MOST_NODES = 5;
  private static final int MOST_SCALE = 100_000;
  private static final int MOST_MINUTES = 24 * 60;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long nodes are struck, 0.5 for half a minute (default: ${DEFAULT-VALUE}).")
  double minutes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the order of blows; by default a new one, which is printed.")
  Long seed;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      defaultValue = "6",
      description = "Linked sessions, each with a browser (default: ${DEFAULT-VALUE}).")
  int sessions;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "2",
      description = "Session nodes, beside two gateways (default: ${DEFAULT-VALUE}).")
  int nodes;

  @Option(
      names = "--cut-off",
      description = "Also cuts a node off from the network, which takes root and iproute2.")
  boolean cutOff;

  @Option(
      names = "--database",
      paramLabel = "KIND",
      defaultValue = "h2",
      converter = ReadDatabaseKind.class,
      description =
          "What keeps the leases, h2 or postgresql, a server of its own (default:"
              + " ${DEFAULT-VALUE}).")
  DatabaseKind database;

  @Option(
      names = "--every",
      paramLabel = "MS",
      defaultValue = "1000",
      description =
          "Milliseconds from one message of a chat to the next, each way (default:"
              + " ${DEFAULT-VALUE}).")
  int every;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "In place of all that: N sessions without browsers on three nodes, one of which is then"
              + " killed; prints what a start costs and how sessions are spread.")
  int scale;

  @Option(
      names = "--keep-logs",
      paramLabel = "DIR",
      description =
          "Where the logs of all nodes are copied to; by default only those of a run that fails"
              + " are kept, in a temporary folder.")
  Path keepLogs;

  /**
   * The plan of a run.
   *
   * @throws dev.waggle.settings.InvalidSettingsException naming every number that cannot be meant
   */
  ChaosPlan plan() {
    int wholeMinutes = (int) Math.ceil(minutes);
    new Problems()
        .range("--minutes", wholeMinutes, 1, MOST_MINUTES)
        .range("--sessions", sessions, 1, MOST_SESSIONS)
        .range("--nodes", nodes, 2, MOST_NODES)
        .range("--every", every, 1, 60_000)
        .range("--scale", scale, 0, MOST_SCALE)
        .throwIfAny();
    return new ChaosPlan(
        Duration.ofMillis(Math.round(minutes * 60_000)),
        seed == null ? new Random().nextInt(1_000_000) : seed,
        sessions,
        nodes,
        cutOff,
        database,
        Duration.ofMillis(every),
        Optional.ofNullable(keepLogs));
  }
}
