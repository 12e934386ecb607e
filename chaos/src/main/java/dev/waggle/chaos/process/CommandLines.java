package dev.waggle.chaos.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole command lines, from /proc: ProcessHandle cuts long ones short. */
public final class CommandLines {

  private CommandLines() {}

  /** With blanks between its parts; empty for a process that is gone. */
  public static String of(ProcessHandle process) {
    try {
      Path file = Path.of("/proc/" + process.pid() + "/cmdline");
      return Files.readString(file).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }
}
