package dev.waggle.session.snapshot;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.profile.FolderRemoval;
import dev.waggle.session.registry.Ownership;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots in a folder that all session nodes mount, NFS included: {@code
 * <session>/<generation>/parts/<name>} and {@code <session>/<generation>/<number>}, whole files
 * only, forced to disk and renamed into place. File work runs on Vert.x's worker pool.
 */
public final class DirectoryVault implements Vault {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryVault.class);

  private static final String PARTS = "parts";
  private static final String FENCE = "fence";

  private final Vertx vertx;
  private final Path root;
  private final long timeoutMillis;

  /**
   * Touches nothing yet.
   *
   * @param timeoutMillis after so long a folder that does not answer has failed
   */
  public DirectoryVault(Vertx vertx, Path root, long timeoutMillis) {
    this.vertx = vertx;
    this.root = root.toAbsolutePath();
    this.timeoutMillis = timeoutMillis;
  }

  @Override
  public Future<Long> fence(Ownership owner) {
    return work(
        () -> {
          long before = checkFence(owner);
          WholeFile.write(
              session(owner.session()).resolve(FENCE),
              Buffer.buffer(Long.toString(owner.generation())));
          return before;
        });
  }

  @Override
  public Future<Void> putParts(Ownership owner, Map<String, Buffer> parts) {
    return work(
        () -> {
          checkFence(owner);
          Path folder = generation(owner).resolve(PARTS);
          for (Map.Entry<String, Buffer> part : parts.entrySet()) {
            WholeFile.write(folder.resolve(part.getKey()), part.getValue());
          }
          return null;
        });
  }

  @Override
  public Future<Void> commit(
      Ownership owner, SealedManifest manifest, Set<String> live, long oldest, boolean dropOlder) {
    return work(
        () -> {
          checkFence(owner);
          WholeFile.write(
              generation(owner).resolve(Long.toString(manifest.number())), manifest.content());
          prune(owner, live, oldest);
          if (dropOlder) {
            dropOlder(owner);
          }
          return null;
        });
  }

  @Override
  public Future<List<SealedManifest>> manifests(SessionName session) {
    return work(
        () -> {
          List<SealedManifest> found = new ArrayList<>();
          for (long generation : numbers(session(session))) {
            Path folder = session(session).resolve(Long.toString(generation));
            for (long number : numbers(folder)) {
              Buffer content = Buffer.buffer(Files.readAllBytes(folder.resolve("" + number)));
              found.add(new SealedManifest(generation, number, content));
            }
          }
          return found;
        });
  }

  @Override
  public Future<Map<String, Buffer>> parts(
      SessionName session, long generation, Set<String> names) {
    return work(
        () -> {
          Path folder = session(session).resolve(Long.toString(generation)).resolve(PARTS);
          Map<String, Buffer> found = new HashMap<>();
          for (String name : names) {
            if (Files.exists(folder.resolve(name))) {
              found.put(name, Buffer.buffer(Files.readAllBytes(folder.resolve(name))));
            }
          }
          return found;
        });
  }

  @Override
  public Future<Void> delete(SessionName session) {
    return work(
        () -> {
          for (long generation : numbers(session(session))) {
            FolderRemoval.remove(session(session).resolve(Long.toString(generation)));
          }
          return null;
        });
  }

  private void prune(Ownership owner, Set<String> live, long oldest) throws IOException {
    Path folder = generation(owner);
    for (long number : numbers(folder)) {
      if (number < oldest) {
        Files.deleteIfExists(folder.resolve(Long.toString(number)));
      }
    }
    for (String name : WholeFile.names(folder.resolve(PARTS))) {
      if (!live.contains(name)) {
        Files.deleteIfExists(folder.resolve(PARTS).resolve(name));
      }
    }
  }

  private void dropOlder(Ownership owner) throws IOException {
    for (long generation : numbers(session(owner.session()))) {
      if (generation < owner.generation()) {
        FolderRemoval.remove(session(owner.session()).resolve(Long.toString(generation)));
      }
    }
  }

  /** Between this and the write another owner may come; what is written then is never read. */
  private long checkFence(Ownership owner) throws IOException {
    Path file = session(owner.session()).resolve(FENCE);
    long youngest = Files.exists(file) ? Long.parseLong(Files.readString(file)) : -1;
    if (youngest > owner.generation()) {
      throw new WaggleException(
          ErrorCode.OWNER_UNAVAILABLE, "The session has another owner by now.");
    }
    return youngest;
  }

  private Path session(SessionName session) {
    return root.resolve(session.value());
  }

  private Path generation(Ownership owner) {
    return session(owner.session()).resolve(Long.toString(owner.generation()));
  }

  /** Names that are numbers, the greatest first. */
  private static List<Long> numbers(Path folder) throws IOException {
    return WholeFile.names(folder).stream()
        .filter(name -> name.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private <T> Future<T> work(Callable<T> work) {
    return vertx
        .executeBlocking(work, false)
        .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
        .recover(failure -> Future.failedFuture(explain(failure)));
  }

  private static WaggleException explain(Throwable failure) {
    if (failure instanceof WaggleException known) {
      return known;
    }
    LOG.warn("event=snapshot-folder-failed cause=\"{}\"", FailureLine.of(failure));
    return new WaggleException(
        ErrorCode.DATABASE_UNAVAILABLE,
        "The folder of snapshots does not answer; check that it is mounted and has space.",
        failure);
  }
}
