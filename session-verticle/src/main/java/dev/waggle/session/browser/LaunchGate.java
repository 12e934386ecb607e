package dev.waggle.session.browser;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets so many through at a time and keeps the others in line, without holding a thread. Starting a
 * browser and its page takes a whole core; more at once than there are cores makes all of them
 * late.
 */
final class LaunchGate {

  private final Queue<Promise<Void>> line = new ArrayDeque<>();
  private int free;

  LaunchGate(int width) {
    this.free = width;
  }

  /** A gate of the configured width, or as wide as there are cores. */
  static LaunchGate of(int configured) {
    return new LaunchGate(width(configured));
  }

  /** How many browsers start at once. */
  static int width(int configured) {
    return configured > 0 ? configured : Runtime.getRuntime().availableProcessors();
  }

  /** Done when it is one's turn; {@link #leave} must follow. */
  synchronized Future<Void> enter() {
    if (free > 0) {
      free--;
      return Future.succeededFuture();
    }
    Promise<Void> turn = Promise.promise();
    line.add(turn);
    return turn.future();
  }

  /** Makes room for the next one. */
  void leave() {
    Promise<Void> next = nextInLine();
    if (next != null) {
      next.complete();
    }
  }

  private synchronized Promise<Void> nextInLine() {
    Promise<Void> next = line.poll();
    if (next == null) {
      free++;
    }
    return next;
  }
}
