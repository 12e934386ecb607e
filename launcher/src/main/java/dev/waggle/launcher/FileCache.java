package dev.waggle.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Vert.x unpacks what it reads from the class path. It removes that when it is closed, but
 * not when the JVM is killed; so the folder carries the number of its process, and the next start
 * removes what belongs to none.
 */
final class FileCache {

  private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);
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
    DataFolder.create(parent);
    try (Stream<Path> folders = Files.list(parent)) {
      folders.filter(FileCache::isLeftOver).forEach(FileCache::remove);
    } catch (IOException e) {
      LOG.debug("{} cannot be listed", parent, e);
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

  /** Nodes of one machine may clean up at once; what one does not get, another does or has. */
  private static void remove(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be removed", folder, e);
    }
  }
}
