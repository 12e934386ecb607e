package dev.waggle.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds what nobody else may read: the keys of linked devices. */
public final class DataFolder {

  private DataFolder() {}

  /**
   * Makes the folder, for its owner alone, unless it is there; one that is there stays as it is.
   *
   * @throws StartException when it cannot be made
   */
  public static void create(Path folder) {
    try {
      Files.createDirectories(folder, ownerOnly());
    } catch (IOException e) {
      throw new StartException(
          ExitCode.INVALID_SETTINGS,
          "The data folder " + folder.toAbsolutePath() + " cannot be used: " + e + ".",
          e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
