package dev.waggle.session.snapshot;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whose browser last ran on a profile: a file in it that holds the owner's generation. By it a
 * profile that stayed behind on a machine is known from one that is newer than every snapshot.
 */
final class ProfileMark {

  private static final String FILE = "waggle-generation";

  private ProfileMark() {}

  /** The last owner's generation; -1 for a profile that was never used, or not by us. Blocks. */
  static long read(Path profile) throws IOException {
    Path file = profile.resolve(FILE);
    if (!Files.exists(file)) {
      return -1;
    }
    String text = Files.readString(file).strip();
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  /** Blocks. */
  static void write(Path profile, long generation) throws IOException {
    WholeFile.write(profile.resolve(FILE), Buffer.buffer(Long.toString(generation)));
  }
}
