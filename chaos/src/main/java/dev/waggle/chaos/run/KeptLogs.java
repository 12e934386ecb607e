package dev.waggle.chaos.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The logs of a run's nodes, for whoever wants to read them when the run is over. */
final class KeptLogs {

  private static final int NODE_AND_FILE = 2;

  private KeptLogs() {}

  /** Copies every node's logs into one folder, which is made when it is not there. */
  static void copy(Path run, Path keep) throws IOException {
    Files.createDirectories(keep);
    try (Stream<Path> files = Files.walk(run, NODE_AND_FILE)) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      for (Path log : logs) {
        Files.copy(log, keep.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
