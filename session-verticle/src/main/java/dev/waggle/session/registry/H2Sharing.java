package dev.waggle.session.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * What the JVMs that share the embedded database tell each other in its folder: the port of the one
 * that serves it, and the password. Both files are their owner's alone. Blocks.
 */
final class H2Sharing {

  private static final int KEY_BYTES = 24;

  private final Path portFile;
  private final Path keyFile;

  H2Sharing(Path folder) {
    this.portFile = folder.resolve("waggle.port");
    this.keyFile = folder.resolve("waggle.key");
  }

  /** The port that was published last; who published it may be gone. */
  OptionalInt port() throws IOException {
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(portFile).strip()));
    } catch (NoSuchFileException nobodyYet) {
      return OptionalInt.empty();
    }
  }

  void publish(int port) throws IOException {
    Files.move(
        privateFile(Integer.toString(port)),
        portFile,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The database's password; chosen by whoever asks first. */
  String key() throws IOException {
    if (!Files.exists(keyFile)) {
      choose();
    }
    return Files.readString(keyFile);
  }

  /** A link appears complete or not at all, and only once. */
  private void choose() throws IOException {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    Path chosen = privateFile(HexFormat.of().formatHex(random));
    try {
      Files.createLink(keyFile, chosen);
    } catch (FileAlreadyExistsException anotherWasFaster) {
      return;
    } finally {
      Files.delete(chosen);
    }
  }

  private Path privateFile(String content) throws IOException {
    Files.createDirectories(portFile.getParent());
    Path file =
        Files.createTempFile(
            portFile.getParent(),
            ".waggle-",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, content, StandardCharsets.US_ASCII);
  }
}
