package dev.waggle.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one record of settings, so that its constructor can refuse with all
 * of it at once. Not for sharing between threads.
 */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem unless {@code ok}. */
  public Problems check(boolean ok, String key, String sentence) {
    if (!ok) {
      found.add(new Problem(key, sentence));
    }
    return this;
  }

  /** Notes a problem unless the number lies in the closed range. */
  public Problems range(String key, long value, long least, long most) {
    return check(
        value >= least && value <= most,
        key,
        "must be " + least + " to " + most + ", not " + value + ".");
  }

  /** Notes a problem unless the duration lies in the closed range. */
  public Problems range(String key, Duration value, Duration least, Duration most) {
    return check(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        key,
        "must be " + text(least) + " to " + text(most) + ", not " + text(value) + ".");
  }

  /** Notes a problem unless the file can be read; null is no file and no problem. */
  public Problems readable(String key, Path file) {
    return check(
        file == null || (Files.isRegularFile(file) && Files.isReadable(file)),
        key,
        "must be a file that this process can read, not " + file + ".");
  }

  /** The same for a file that nobody but its owner may read. */
  public Problems secretFile(String key, Path file) {
    return readable(key, file)
        .check(
            file == null || !FilePrivacy.isOpenToOthers(file),
            key,
            "holds a secret that others of this machine can read; " + remedy(file) + ".");
  }

  private static String remedy(Path file) {
    return file == null ? "" : FilePrivacy.remedy(file);
  }

  /**
   * Refuses when anything was noted.
   *
   * @throws InvalidSettingsException with every problem
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidSettingsException(found);
    }
  }

  private static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }
}
