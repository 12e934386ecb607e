package dev.waggle.session.profile;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The profiles in one data folder: {@code profiles/<session>}, readable by their owner alone
 * because they hold the linked device's keys. File work runs on Vert.x's worker pool.
 */
public final class ProfileFolders {

  private static final String ERASED_PREFIX = ".erased-";
  private static final String DAMAGED_PREFIX = ".damaged-";
  private static final String LOCKS = ".locks";

  private final Vertx vertx;
  private final Path root;
  private final Map<SessionName, ProfileLock> ahead = new ConcurrentHashMap<>();

  /**
   * Touches nothing yet.
   *
   * @param data the node's data folder; several JVMs may share it
   */
  public ProfileFolders(Vertx vertx, Path data) {
    this.vertx = vertx;
    this.root = data.toAbsolutePath().resolve("profiles");
  }

  /**
   * Locks a session's profile, which is made when it is not there. Fails with WRONG_STATE while
   * another holder, in this process or any other, has it. What damage can be seen is told by the
   * lock.
   */
  public Future<ProfileLock> lock(SessionName session) {
    return work(() -> lockChecked(session));
  }

  /**
   * Locks the profile of a session that may come; {@link #lock} hands that lock on. Fails with
   * WRONG_STATE while it is in use, and when there is anything to be mended: that is for the
   * session's owner.
   */
  public Future<ProfileLock> lockAhead(SessionName session) {
    return work(
        () -> {
          ProfileLock lock = lockSound(session);
          ahead.put(session, lock);
          return lock;
        });
  }

  /** A lock that was taken ahead and not handed on; the caller gives it back. */
  public Optional<ProfileLock> takeBack(SessionName session) {
    return Optional.ofNullable(ahead.remove(session));
  }

  /** Gives back a lock that was taken ahead; a folder that was empty then is removed. */
  public Future<Void> giveBack(ProfileLock lock) {
    return work(
        () -> {
          try (lock) {
            if (lock.isFresh()) {
              removeIfThere(lock.folder());
            }
          }
          return null;
        });
  }

  /** Erases a session's profile if there is one. Fails with WRONG_STATE while it is in use. */
  public Future<Void> erase(SessionName session) {
    return work(
        () -> {
          if (Files.isDirectory(folder(session)) || Files.isDirectory(aside(session.value()))) {
            eraseLocked(acquire(session));
          }
          return null;
        });
  }

  /** Erases the profile that a lock is held on, and releases the lock. */
  public Future<Void> erase(ProfileLock lock) {
    return work(
        () -> {
          eraseLocked(lock);
          return null;
        });
  }

  /**
   * Moves the profile that a lock is held on to where an operator finds it and no browser opens it,
   * in the place of one that was there before, and releases the lock. It goes with the next
   * erasure.
   */
  public Future<Void> setAside(ProfileLock lock) {
    return work(
        () -> {
          try (lock) {
            removeIfThere(aside(lock));
            Files.move(lock.folder(), aside(lock));
          }
          return null;
        });
  }

  /** Gives a lock back; the profile stays. */
  public Future<Void> unlock(ProfileLock lock) {
    return work(
        () -> {
          lock.close();
          return null;
        });
  }

  /** Finishes what a process began to erase and did not live to finish. */
  public Future<Void> sweep() {
    return work(
        () -> {
          for (Path leftover : erasedFolders()) {
            FolderRemoval.remove(leftover);
          }
          return null;
        });
  }

  /** A folder that cannot even be looked at is given back. */
  private ProfileLock lockChecked(SessionName session) throws IOException {
    ProfileLock early = ahead.remove(session);
    ProfileLock lock = early == null ? acquire(session) : early;
    boolean checked = false;
    try {
      ProfileLock whole = lock.checked();
      checked = true;
      return whole;
    } finally {
      if (!checked) {
        lock.close();
      }
    }
  }

  private ProfileLock lockSound(SessionName session) throws IOException {
    ProfileLock lock = acquire(session);
    boolean sound = false;
    try {
      sound = ProfileCheck.isSound(lock.folder());
      if (!sound) {
        throw new WaggleException(ErrorCode.WRONG_STATE, "The session's profile is damaged.");
      }
      return lock;
    } finally {
      if (!sound) {
        lock.close();
      }
    }
  }

  private ProfileLock acquire(SessionName session) throws IOException {
    Path locks = makePrivate(root.resolve(LOCKS));
    return ProfileLock.acquire(
        makePrivate(folder(session)), locks.toRealPath().resolve(session.value() + ".lock"));
  }

  private Path folder(SessionName session) {
    return root.resolve(session.value());
  }

  /** Renamed first, so that a half-erased profile can never be opened. */
  private void eraseLocked(ProfileLock lock) throws IOException {
    try (lock) {
      Path bin = Files.createTempDirectory(root, ERASED_PREFIX);
      Files.move(lock.folder(), bin.resolve("profile"));
      FolderRemoval.remove(bin);
      removeIfThere(aside(lock));
    }
  }

  private Path aside(ProfileLock lock) {
    return aside(lock.folder().getFileName().toString());
  }

  private Path aside(String session) {
    return root.resolve(DAMAGED_PREFIX + session);
  }

  private static void removeIfThere(Path folder) throws IOException {
    if (Files.exists(folder)) {
      FolderRemoval.remove(folder);
    }
  }

  private List<Path> erasedFolders() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(root)) {
      return children
          .filter(path -> path.getFileName().toString().startsWith(ERASED_PREFIX))
          .toList();
    }
  }

  private static Path makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    // The file system is asked and not its store: Java finds no store in a chroot.
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }

  private <T> Future<T> work(Callable<T> work) {
    return vertx
        .executeBlocking(work, false)
        .recover(failure -> Future.failedFuture(explain(failure)));
  }

  private WaggleException explain(Throwable failure) {
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      return new WaggleException(
          ErrorCode.INTERNAL,
          "The profile folder cannot be used; check the data folder's space and permissions.",
          failure);
    }
    return WaggleException.of(failure);
  }
}
