package dev.waggle.session.profile;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The sole right to use one profile. Held on an open file, so that the operating system takes it
 * back when the process dies, however it dies. The file stays for ever: a lock on a file that is
 * removed excludes nobody.
 */
public final class ProfileLock implements AutoCloseable {

  /**
   * What this process holds. A file must not even be opened twice in one process: closing the
   * second channel would release the first one's lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Path file;
  private final FileChannel channel;
  private volatile boolean fresh;
  private boolean damaged;
  private boolean mended;

  private ProfileLock(Path folder, Path file, FileChannel channel, boolean fresh) {
    this.folder = folder;
    this.file = file;
    this.channel = channel;
    this.fresh = fresh;
  }

  /** Chromium's user-data-dir; there when the lock is given. */
  public Path folder() {
    return folder;
  }

  /** Whether the folder was empty, so that no device can be linked in it. */
  public boolean isFresh() {
    return fresh;
  }

  /** A profile has been put into the folder. */
  public void filled() {
    fresh = false;
  }

  /** Whether no browser can use the folder as it is; it is to be set aside or erased. */
  public boolean isDamaged() {
    return damaged;
  }

  /** Whether settings of the browser were removed because it would not have started with them. */
  public boolean isMended() {
    return mended;
  }

  /** Looks the folder over and mends what can be mended. Blocks. */
  ProfileLock checked() throws IOException {
    damaged = ProfileCheck.isDamaged(folder);
    mended = !damaged && ProfileCheck.mend(folder);
    return this;
  }

  /**
   * Blocks. Fails with WRONG_STATE when somebody else has the lock.
   *
   * @param folder an existing folder
   * @param file what to lock for it
   */
  static ProfileLock acquire(Path folder, Path file) throws IOException {
    if (!HELD.add(file)) {
      throw inUse();
    }
    boolean acquired = false;
    try {
      ProfileLock lock = new ProfileLock(folder, file, lockedChannel(file), hasNothingIn(folder));
      acquired = true;
      return lock;
    } finally {
      if (!acquired) {
        HELD.remove(file);
      }
    }
  }

  /** Gives the right back; may be repeated. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      HELD.remove(file);
    }
  }

  private static FileChannel lockedChannel(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
      if (!locked) {
        throw inUse();
      }
      return channel;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static boolean hasNothingIn(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private static WaggleException inUse() {
    return new WaggleException(
        ErrorCode.WRONG_STATE,
        "The session's profile is in use by another process; stop that one first.");
  }
}
