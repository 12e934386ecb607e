package dev.waggle.simulator.state;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waggle.simulator.account.Books;
import dev.waggle.simulator.account.Directory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves a directory a moment after it has changed. The new file takes the old one's place in one
 * step, so that a crash leaves either the one or the other. Belongs to one event loop context;
 * files are read and written on a worker.
 */
public final class StateFile {

  private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
  private static final long DELAY_MS = 100;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Vertx vertx;
  private final Path file;
  private final Directory directory;
  private Future<Void> lastWrite = Future.succeededFuture();
  private boolean scheduled;
  private boolean dirty;

  /** Nothing is read or written yet. */
  public StateFile(Vertx vertx, Path file, Directory directory) {
    this.vertx = vertx;
    this.file = file.toAbsolutePath();
    this.directory = directory;
  }

  /**
   * Fills the directory from the file, if there is one; fails when it cannot be read or was written
   * by a newer stand-in.
   */
  public Future<Void> load(Books books) {
    return vertx
        .executeBlocking(this::read, false)
        .onSuccess(
            state -> {
              if (state != null) {
                StateReader.read(state, directory, books);
              }
            })
        .mapEmpty();
  }

  private SavedState read() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    SavedState state = MAPPER.readValue(file.toFile(), SavedState.class);
    if (state.version() > SavedState.VERSION) {
      throw new IOException("The state file is of a newer version; delete it or name another.");
    }
    return state;
  }

  /** The directory may have changed: it is saved in a moment. */
  public void changed() {
    dirty = true;
    if (!scheduled) {
      scheduled = true;
      vertx.setTimer(
          DELAY_MS,
          timer -> {
            scheduled = false;
            save();
          });
    }
  }

  /** Saves now if anything is not saved yet; complete when the file is in place. */
  public Future<Void> save() {
    if (dirty) {
      dirty = false;
      SavedState state = StateWriter.write(directory);
      lastWrite =
          vertx
              .<Void>executeBlocking(() -> write(state), true)
              .onFailure(e -> LOG.error("The state could not be saved: {}", e.getMessage()));
    }
    return lastWrite;
  }

  private Void write(SavedState state) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    MAPPER.writeValue(draft.toFile(), state);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return null;
  }
}
