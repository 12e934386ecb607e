package dev.waggle.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Vert.x unpacks what it reads from the class path. It removes that when it is closed, but
 * not when the JVM is killed; so the folder carries the number of its process, and the next start
 * removes what belongs to none.
 */
final class FileCache {

  private static final Pattern NAME = Pattern.compile("vertx-(\\d+)-.*");

  private FileCache() {}

  /**
   * Removes what dead processes have left.
   *
   * @param data the folder of data, which is made when there is none
   * @return what this process's folder begins with, as Vert.x wants it
   * @throws StartException when the folder cannot be used
   */
  static String prepare(Path data) {
    Path parent = data.resolve("tmp");
    try {
      Files.createDirectories(parent);
      for (Path folder : list(parent)) {
        if (isLeftOver(folder)) {
          remove(folder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new StartException(
          ExitCode.INVALID_SETTINGS,
          "The data folder " + data.toAbsolutePath() + " cannot be used: " + e + ".",
          e);
    }
    return parent.resolve("vertx-" + ProcessHandle.current().pid()).toAbsolutePath().toString();
  }

  /** A folder of our own number is an earlier process's too: ours is yet to be made. */
  private static boolean isLeftOver(Path folder) {
    Matcher matcher = NAME.matcher(folder.getFileName().toString());
    if (!matcher.matches()) {
      return false;
    }
    long pid = Long.parseLong(matcher.group(1));
    return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.toList();
    }
  }
}
