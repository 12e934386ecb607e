package dev.waggle.session.browser;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The browser threads of a node, each with room for so many sessions. A dead one is left out, so
 * the next session gets a new one; an empty one ends unless it is the last. Safe for all threads.
 */
final class DriverPool {

  private final int sessionsPerDriver;
  private final List<Shared> threads = new ArrayList<>();
  private int started;
  private boolean closed;

  DriverPool(int sessionsPerDriver) {
    this.sessionsPerDriver = sessionsPerDriver;
  }

  /**
   * A thread with room, which the caller must {@link Seat#leave}.
   *
   * @throws dev.waggle.contract.WaggleException with BROWSER_CLOSED after {@link #close}, for
   *     nobody would end a thread that is started then
   */
  synchronized Seat take(Path driverFolder) {
    if (closed) {
      throw PageErrors.closed();
    }
    threads.removeIf(shared -> shared.thread.isOver());
    // A thread launches one browser at a time, so that two launch twice as fast.
    Shared shared =
        threads.stream()
            .filter(this::hasRoom)
            .min(Comparator.comparingInt(one -> one.taken))
            .orElseGet(() -> add(driverFolder));
    shared.taken++;
    return new Seat(this, shared);
  }

  /**
   * Starts threads for sessions that may come all at once.
   *
   * @param wanted how many are to have room
   * @return done when all that have room have their drivers
   */
  synchronized Future<Void> warm(Path driverFolder, int wanted) {
    threads.removeIf(shared -> shared.thread.isOver());
    long ready = threads.stream().filter(this::hasRoom).count();
    for (long i = ready; i < wanted && !closed; i++) {
      add(driverFolder);
    }
    return Future.join(
            threads.stream().filter(this::hasRoom).map(one -> one.thread.whenStarted()).toList())
        .mapEmpty();
  }

  /** Has every page told that the lease was renewed. */
  synchronized void leaseRenewed() {
    threads.forEach(shared -> shared.thread.leaseRenewed());
  }

  /** Ends all of them; done when every driver has ended. */
  synchronized Future<Void> close() {
    closed = true;
    return Future.join(threads.stream().map(shared -> shared.thread.end()).toList()).mapEmpty();
  }

  private boolean hasRoom(Shared shared) {
    return shared.thread.takesTasks() && shared.taken < sessionsPerDriver;
  }

  private Shared add(Path driverFolder) {
    started++;
    Shared shared = new Shared(BrowserThread.start(driverFolder, "waggle-browser-" + started));
    threads.add(shared);
    return shared;
  }

  private synchronized void leave(Shared shared) {
    shared.taken--;
    boolean others = threads.stream().anyMatch(one -> one != shared && hasRoom(one));
    if (shared.taken == 0 && others) {
      var unused = shared.thread.end();
    }
  }

  private static final class Shared {
    private final BrowserThread thread;
    private int taken;

    Shared(BrowserThread thread) {
      this.thread = thread;
    }
  }

  /** One session's place on a thread. */
  static final class Seat {
    private final DriverPool pool;
    private final Shared shared;
    private boolean left;

    private Seat(DriverPool pool, Shared shared) {
      this.pool = pool;
      this.shared = shared;
    }

    BrowserThread thread() {
      return shared.thread;
    }

    /** Gives the place back; further calls do nothing. */
    synchronized void leave() {
      if (!left) {
        left = true;
        pool.leave(shared);
      }
    }
  }
}
