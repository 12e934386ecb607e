package dev.waggle.chaos.run;

import dev.waggle.chaos.process.Cleanup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The logs of a run's nodes, for whoever wants to read them when the run is over. */
final class KeptLogs {

  private static final int NODE_AND_FILE = 2;

  private final Path run;
  private final Optional<Path> keep;
  private final RunLog log;
  private volatile boolean wanted;

  /**
   * Keeps nothing yet.
   *
   * @param run the folder of the run, with a folder for each node
   * @param keep where they are wanted however the run ends
   */
  KeptLogs(Path run, Optional<Path> keep, RunLog log) {
    this.run = run;
    this.keep = keep;
    this.log = log;
  }

  /** Whether the run fails, as far as is known: then somebody will want to know why. */
  void wanted(boolean fails) {
    wanted = fails;
  }

  /** Copies every node's logs into one folder, which is made when it is not there. */
  void copy(Cleanup cleanup) throws IOException {
    if (keep.isPresent()) {
      copyTo(Files.createDirectories(keep.get()));
    } else if (wanted && !cleanup.isInterrupted()) {
      copyTo(Files.createTempDirectory("waggle-chaos-logs-"));
    }
  }

  private void copyTo(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(run, NODE_AND_FILE)) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      for (Path each : logs) {
        Files.copy(each, folder.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    log.say("the nodes' logs are in " + folder.toAbsolutePath());
  }
}
