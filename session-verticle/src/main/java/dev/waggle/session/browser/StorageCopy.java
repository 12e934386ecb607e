package dev.waggle.session.browser;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the page's localStorage in the profile. Chromium writes localStorage up to half a
 * minute late, WhatsApp keeps part of the device's identity there, and so a browser killed soon
 * after linking would have to be linked again (platform facts). As secret as the rest of the
 * profile, and like it readable by its owner only. Every method blocks.
 */
final class StorageCopy {

  /** The item by which the older of two states is known. */
  static final String STAMP_KEY = "waggle-stamp";

  private static final Logger log = LoggerFactory.getLogger(StorageCopy.class);

  private final Path file;

  StorageCopy(Path profile) {
    this.file = profile.resolve("waggle-local-storage.json");
  }

  /** The last copy; empty when there is none, or none that can be read. */
  Optional<JsonObject> read() throws IOException {
    try {
      return Optional.of(new JsonObject(Files.readString(file)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (DecodeException damaged) {
      log.warn("The copy of a page's localStorage cannot be read and is not used");
      return Optional.empty();
    }
  }

  /** Replaces the copy in one step. */
  void write(JsonObject copy) throws IOException {
    Path aside = Files.createTempFile(file.getParent(), "waggle-local-storage", "", ownerOnly());
    try {
      Files.writeString(aside, copy.encode(), StandardCharsets.UTF_8);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
