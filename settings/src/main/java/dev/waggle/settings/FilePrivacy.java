package dev.waggle.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Who may read a file. Where a file system has no such notion, nobody but its owner. */
public final class FilePrivacy {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private FilePrivacy() {}

  /** Whether others than its owner may read or change it; a file that is not there is nobody's. */
  public static boolean isOpenToOthers(Path file) {
    // Not by the file's store, which Java does not find in a chroot.
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (IOException absent) {
      return false;
    }
  }

  /** What to type so that it is its owner's alone. */
  public static String remedy(Path file) {
    return "chmod 600 " + file;
  }
}
