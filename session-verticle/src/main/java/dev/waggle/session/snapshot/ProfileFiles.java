package dev.waggle.session.snapshot;

import dev.waggle.session.profile.FolderRemoval;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of a profile that matters: IndexedDB as files, with the device's key that no script can
 * read, and our copy of localStorage. Caches and everything else Chromium makes anew. Everything
 * blocks.
 */
record ProfileFiles(Path profile) {

  private static final String DATABASES = "Default/IndexedDB";
  private static final String CHROMIUMS_STORAGE = "Default/Local Storage";
  private static final String STORAGE_COPY = "waggle-local-storage.json";

  /** LevelDB's lock says nothing to another machine. */
  private static final String LEVEL_DB_LOCK = "LOCK";

  /** What is there, ordered by path. Files may vanish under the listing while a browser runs. */
  List<ProfileFile> list() throws IOException {
    List<ProfileFile> found = new ArrayList<>();
    for (Path file : databases()) {
      found.add(look(file));
    }
    Path storage = profile.resolve(STORAGE_COPY);
    if (Files.exists(storage)) {
      found.add(look(storage));
    }
    return found;
  }

  /** Reads one; shorter or longer than listed when it has changed since. */
  Buffer read(ProfileFile file) throws IOException {
    return Buffer.buffer(Files.readAllBytes(profile.resolve(file.path())));
  }

  /**
   * Puts files in the place of what matters here.
   *
   * @throws IOException also when a path would leave the profile
   */
  void replace(List<ImageFile> files) throws IOException {
    FolderRemoval.remove(profile.resolve(DATABASES));
    // What Chromium has of localStorage is as old as our copy, or older, or another device's.
    FolderRemoval.remove(profile.resolve(CHROMIUMS_STORAGE));
    Files.deleteIfExists(profile.resolve(STORAGE_COPY));
    for (ImageFile file : files) {
      Path target = profile.resolve(file.path()).normalize();
      if (!target.startsWith(profile.normalize())) {
        throw new IOException("A snapshot names a file outside the profile.");
      }
      Files.createDirectories(target.getParent());
      Files.write(target, file.content().getBytes());
    }
  }

  private List<Path> databases() throws IOException {
    Path folder = profile.resolve(DATABASES);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals(LEVEL_DB_LOCK))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private ProfileFile look(Path file) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    String path = profile.relativize(file).toString().replace('\\', '/');
    return new ProfileFile(path, seen.size(), seen.lastModifiedTime().toInstant());
  }
}
