package dev.waggle.session.snapshot;

import dev.waggle.session.snapshot.Manifest.FileEntry;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A profile as a snapshot sees it.
 *
 * @param seen what stands for each file, in the order of their paths
 * @param fresh the parts of files that had to be read, by name, in the clear
 */
record ProfileImage(Map<ProfileFile, FileEntry> seen, Map<String, Buffer> fresh) {

  /** Before the first snapshot. */
  static final ProfileImage NOTHING = new ProfileImage(Map.of(), Map.of());

  /** Chromium may remove files between our listing and reading them; it does so in bursts. */
  private static final int TRIES = 10;

  List<FileEntry> files() {
    return List.copyOf(seen.values());
  }

  /** The same without the bytes, which need not be remembered. */
  ProfileImage withoutParts() {
    return new ProfileImage(seen, Map.of());
  }

  /**
   * Reads what changed since an older image, also from under a running browser: a plain copy of a
   * LevelDB in use opens (platform facts), as long as no file went missing on the way. Blocks.
   */
  static ProfileImage read(Path profile, ProfileImage before, SnapshotKeys keys)
      throws IOException {
    NoSuchFileException vanished = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return readOnce(new ProfileFiles(profile), before, keys);
      } catch (NoSuchFileException e) {
        vanished = e;
      }
    }
    throw vanished;
  }

  private static ProfileImage readOnce(ProfileFiles files, ProfileImage before, SnapshotKeys keys)
      throws IOException {
    Map<ProfileFile, FileEntry> seen = new LinkedHashMap<>();
    Parts parts = new Parts(keys);
    for (ProfileFile file : files.list()) {
      FileEntry known = before.seen().get(file);
      seen.put(file, known == null ? parts.cut(file.path(), files.read(file)) : known);
    }
    return new ProfileImage(seen, parts.contents());
  }
}
