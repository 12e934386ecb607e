package dev.waggle.session.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chromium's user-data-dir, made fit for a new Chromium. Blocks.
 *
 * <p>Full Chromium locks its profile by links that name host and process. After a kill or a move to
 * another host they are stale, and Chromium refuses a lock of another host for ever. The headless
 * shell writes none, so that nothing but our own lock keeps two of them apart.
 */
final class ProfileFolder {

  private static final Logger log = LoggerFactory.getLogger(ProfileFolder.class);
  private static final List<String> LOCKS =
      List.of("SingletonLock", "SingletonCookie", "SingletonSocket");
  private static final String SOCKET = "SingletonSocket";

  private final Path folder;
  private final ProfileProcesses processes;
  private final StorageCopy storageCopy;

  ProfileFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
    this.processes = new ProfileProcesses(folder);
    this.storageCopy = new StorageCopy(this.folder);
  }

  Path path() {
    return folder;
  }

  /** Where Playwright keeps what it would else put into a temporary folder. */
  Path artifacts() {
    return folder.resolve("Waggle Artifacts");
  }

  StorageCopy storageCopy() {
    return storageCopy;
  }

  /**
   * Makes the folder when it is new; ends who still runs on it; removes the lock of whoever had it
   * before, and says whose it was. Only for who holds our own lock on the profile and the session's
   * lease: that makes every other lock a leftover.
   */
  void prepare(Duration patience) {
    try {
      Files.createDirectories(folder);
      processes.awaitNone(patience);
      tellOfLock();
      removeLeftovers();
    } catch (IOException failed) {
      throw new UncheckedIOException("The profile's folder cannot be used", failed);
    }
  }

  /**
   * Makes the folder when it is new. For who holds our own lock on the profile, but perhaps not the
   * session's lease: what others have left there is not touched.
   *
   * @throws IllegalStateException when there is a process or a lock
   */
  void prepareAhead() throws IOException {
    Files.createDirectories(folder);
    boolean locked = LOCKS.stream().map(folder::resolve).anyMatch(ProfileFolder::isThere);
    if (locked || !processes.running().isEmpty()) {
      throw new IllegalStateException("The profile was not left in good order");
    }
  }

  /** A link that leads nowhere is there too. */
  private static boolean isThere(Path lock) {
    return Files.exists(lock, LinkOption.NOFOLLOW_LINKS);
  }

  /** Done when no process runs on it, be it by force, and no lock of theirs is left. */
  void release(Duration patience) throws IOException {
    processes.awaitNone(patience);
    removeLeftovers();
  }

  private void tellOfLock() throws IOException {
    BrowserLock.on(folder.resolve(LOCKS.get(0)))
        .ifPresent(
            lock ->
                log.warn(
                    "event=browser-lock-removed session={} host={} pid={} holder=\"{}\"",
                    folder.getFileName(),
                    lock.host(),
                    lock.process(),
                    lock.holder()));
  }

  private void removeLeftovers() throws IOException {
    removeSocketFolder();
    for (String lock : LOCKS) {
      Files.deleteIfExists(folder.resolve(lock));
    }
    Folders.delete(artifacts());
  }

  /** Chromium keeps its socket in a temporary folder, which a kill leaves behind. */
  private void removeSocketFolder() throws IOException {
    Path link = folder.resolve(SOCKET);
    if (Files.isSymbolicLink(link)) {
      Path temporary = folder.resolve(Files.readSymbolicLink(link)).getParent();
      if (temporary.getFileName().toString().matches("\\.?(org|com)\\.[a-z]+\\.Chrom.*")) {
        Folders.delete(temporary);
      }
    }
  }
}
