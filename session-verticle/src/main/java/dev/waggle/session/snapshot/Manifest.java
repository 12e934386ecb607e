package dev.waggle.session.snapshot;

import dev.waggle.contract.SessionName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one snapshot consists of.
 *
 * @param generation the owner's that took it
 * @param number grows with every snapshot of one owner
 */
record Manifest(
    SessionName session, long generation, long number, Instant takenAt, List<FileEntry> files) {

  /**
   * One file, in parts of at most {@link Parts#SIZE} bytes.
   *
   * @param size in bytes
   * @param parts the names of its parts, in order
   */
  record FileEntry(String path, long size, List<String> parts) {}

  Manifest {
    files = List.copyOf(files);
  }

  /** The names of all parts. */
  Set<String> parts() {
    return files.stream()
        .flatMap(file -> file.parts().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
