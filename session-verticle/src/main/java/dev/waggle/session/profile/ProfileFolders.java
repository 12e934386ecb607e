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
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The profiles in one data folder: {@code profiles/<session>}, readable by their owner alone
 * because they hold the linked device's keys. File work runs on Vert.x's worker pool.
 */
public final class ProfileFolders {

  private static final String ERASED_PREFIX = ".erased-";
  private static final String LOCKS = ".locks";

  private final Vertx vertx;
  private final Path root;

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
   * another holder, in this process or any other, has it.
   */
  public Future<ProfileLock> lock(SessionName session) {
    return work(() -> acquire(session));
  }

  /** Erases a session's profile if there is one. Fails with WRONG_STATE while it is in use. */
  public Future<Void> erase(SessionName session) {
    return work(
        () -> {
          if (Files.isDirectory(folder(session))) {
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
