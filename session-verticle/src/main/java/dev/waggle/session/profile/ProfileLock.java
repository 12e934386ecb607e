package dev.waggle.session.profile;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The sole right to use one profile. Held on an open file, so that the operating system takes it
 * back when the process dies, however it dies.
 */
public final class ProfileLock implements AutoCloseable {

  private static final String FILE = ".waggle-lock";

  private final Path folder;
  private final FileChannel channel;
  private final boolean fresh;

  private ProfileLock(Path folder, FileChannel channel, boolean fresh) {
    this.folder = folder;
    this.channel = channel;
    this.fresh = fresh;
  }

  /** Chromium's user-data-dir. */
  public Path folder() {
    return folder;
  }

  /** Whether nothing but the lock was in the folder, so that no device can be linked in it. */
  public boolean isFresh() {
    return fresh;
  }

  /** Blocks. Fails with WRONG_STATE when somebody else has the lock. */
  static ProfileLock acquire(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean acquired = false;
    try {
      acquired = tryLock(channel) && isStillThere(folder, channel);
      if (!acquired) {
        throw inUse();
      }
      return new ProfileLock(folder, channel, hasNothingElse(folder));
    } finally {
      if (!acquired) {
        channel.close();
      }
    }
  }

  /** Gives the right back; may be repeated. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  /**
   * Whether the file that we locked is the one under the path. It is not when the folder was erased
   * between our opening the file and locking it, and then another holder may lock a new one.
   */
  private static boolean isStillThere(Path folder, FileChannel channel) throws IOException {
    String token = UUID.randomUUID().toString();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)));
    try {
      return Files.readString(folder.resolve(FILE), StandardCharsets.US_ASCII).equals(token);
    } catch (NoSuchFileException erased) {
      return false;
    }
  }

  private static boolean hasNothingElse(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.allMatch(child -> child.getFileName().toString().equals(FILE));
    }
  }

  private static WaggleException inUse() {
    return new WaggleException(
        ErrorCode.WRONG_STATE,
        "The session's profile is in use by another process; stop that one first.");
  }
}
