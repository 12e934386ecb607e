package dev.waggle.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a run may not leave behind. */
public final class Leftovers {

  private Leftovers() {}

  /** Command lines of living processes that name a folder: its browsers, drivers and JVMs. */
  public static List<String> processesNaming(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .map(process -> process.pid() + " " + commandLine(process.pid()))
        .filter(line -> line.contains(folder.toString()))
        .toList();
  }

  /** Everything directly in a folder. */
  public static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From /proc: ProcessHandle cuts long command lines short. */
  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }
}
