package dev.waggle.session.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that run on one profile, known by {@code --user-data-dir} on their command line.
 * The caller has locked the profile, so whatever runs on it is ours, be it of this JVM or of one
 * that died. Every method blocks.
 */
final class ProfileProcesses {

  private static final Logger log = LoggerFactory.getLogger(ProfileProcesses.class);
  private static final Path PROC = Path.of("/proc");
  private static final int ROUNDS = 3;
  private static final long LOOK_MS = 10;

  private static final String ZOMBIE = "Z";

  /** Where /proc says how many threads a process has, counted from its state on. */
  private static final int THREADS = 17;

  private static final String SWITCH = "--user-data-dir=";

  private final String argument;

  ProfileProcesses(Path profile) {
    this.argument = SWITCH + profile.toAbsolutePath();
  }

  /** The profile that a process names on its command line, as it stands there. */
  static Optional<Path> profileOf(ProcessHandle process) {
    return arguments(process)
        .filter(argument -> argument.startsWith(SWITCH))
        .findFirst()
        .map(argument -> Path.of(argument.substring(SWITCH.length())));
  }

  /** Those that run now, with the processes that they have started. */
  List<ProcessHandle> running() {
    return ProcessHandle.allProcesses()
        .filter(this::isOnProfile)
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .distinct()
        .toList();
  }

  /**
   * Waits until none is left, and kills what is still there after {@code patience}.
   *
   * @throws IllegalStateException when a killed process stays, which only a kernel's trouble
   *     explains
   */
  void awaitNone(Duration patience) {
    List<ProcessHandle> left = running();
    for (int round = 0; !left.isEmpty() && round < ROUNDS; round++) {
      if (!haveEnded(left, patience)) {
        log.warn("Killing {} Chromium processes that outlived their session", left.size());
        left.forEach(ProcessHandle::destroyForcibly);
        haveEnded(left, patience);
      }
      left = running();
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("Chromium could not be killed");
    }
  }

  /** The JDK looks after other processes' children every 300 ms and more: too late for us. */
  private static boolean haveEnded(List<ProcessHandle> processes, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (processes.stream().anyMatch(ProfileProcesses::runs)) {
        if (System.nanoTime() - end > 0) {
          return false;
        }
        Thread.sleep(LOOK_MS);
      }
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Whether it still does anything. A zombie has closed all that it had; it stays until whoever
   * adopted it looks, a second or two later, or never where a JVM is all that could look (a
   * container without an init).
   */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isZombie(process);
  }

  /** While it has other threads, only its first one is over. */
  private static boolean isZombie(ProcessHandle process) {
    try {
      String stat = Files.readString(proc(process, "stat"), StandardCharsets.ISO_8859_1);
      // Its name, in brackets, may hold any character.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      return fields[0].equals(ZOMBIE) && Integer.parseInt(fields[THREADS]) <= 1;
    } catch (IOException goneOrNoLinux) {
      return false;
    }
  }

  private static Path proc(ProcessHandle process, String file) {
    return PROC.resolve(Long.toString(process.pid())).resolve(file);
  }

  private boolean isOnProfile(ProcessHandle process) {
    return arguments(process).anyMatch(argument::equals);
  }

  /** Read from /proc where there is one, because the JDK cuts long command lines there. */
  static Stream<String> arguments(ProcessHandle process) {
    try {
      String text =
          new String(Files.readAllBytes(proc(process, "cmdline")), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\0", -1));
    } catch (IOException gone) {
      return process.info().arguments().stream().flatMap(Arrays::stream);
    }
  }
}
