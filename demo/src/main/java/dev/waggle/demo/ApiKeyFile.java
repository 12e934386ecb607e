package dev.waggle.demo;

import dev.waggle.launcher.DataFolder;
import dev.waggle.launcher.ExitCode;
import dev.waggle.launcher.StartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The demo's own API key, made once for a data folder and readable by its owner alone. */
final class ApiKeyFile {

  private static final int BYTES = 24;

  private ApiKeyFile() {}

  /**
   * The folder's key; the folder is made too.
   *
   * @throws StartException when the folder cannot be used
   */
  static String readOrCreate(Path folder) {
    Path file = folder.resolve("api-key");
    DataFolder.create(folder);
    try {
      create(file);
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartException(
          ExitCode.INVALID_SETTINGS,
          "The API key in " + file.toAbsolutePath() + " cannot be read or made: " + e + ".",
          e);
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly());
    } catch (FileAlreadyExistsException earlier) {
      return;
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Files.writeString(file, HexFormat.of().formatHex(random) + "\n", StandardCharsets.US_ASCII);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
