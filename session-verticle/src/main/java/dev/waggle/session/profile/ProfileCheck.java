package dev.waggle.session.profile;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be seen of a profile's damage without opening it: what would keep Chromium from starting
 * on it, or from keeping anything in it. Databases that are damaged inside show themselves only to
 * Chromium, which empties them, and the page tells of that.
 */
final class ProfileCheck {

  private static final Logger LOG = LoggerFactory.getLogger(ProfileCheck.class);

  private static final List<String> FOLDERS =
      List.of(
          "Default", "Default/IndexedDB", "Default/Local Storage", "Default/Local Storage/leveldb");

  /** The browser's own settings, without which it starts with new ones. No keys are in them. */
  private static final List<String> SETTINGS = List.of("Local State", "Default/Preferences");

  private ProfileCheck() {}

  /** Whether something else is where Chromium has a folder with the device's keys. Blocks. */
  static boolean isDamaged(Path profile) {
    return FOLDERS.stream()
        .map(profile::resolve)
        .anyMatch(folder -> Files.exists(folder) && !Files.isDirectory(folder));
  }

  /** Whether there is nothing to mend and no damage to be seen. Blocks. */
  static boolean isSound(Path profile) throws IOException {
    for (String name : SETTINGS) {
      Path file = profile.resolve(name);
      if (Files.exists(file) && !isReadable(file)) {
        return false;
      }
    }
    return !isDamaged(profile);
  }

  /** Removes settings with which Chromium does not start; tells whether there were any. Blocks. */
  static boolean mend(Path profile) throws IOException {
    boolean mended = false;
    for (String name : SETTINGS) {
      Path file = profile.resolve(name);
      if (Files.exists(file) && !isReadable(file)) {
        LOG.warn("event=profile-mended session={} removed=\"{}\"", profile.getFileName(), name);
        FolderRemoval.remove(file);
        mended = true;
      }
    }
    return mended;
  }

  private static boolean isReadable(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      return !new JsonObject(Files.readString(file)).isEmpty();
    } catch (DecodeException | CharacterCodingException damaged) {
      return false;
    }
  }
}
