package dev.waggle.simulator.chat;

import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Does things to a connection in order, each not before it is due, and none before an earlier one.
 */
final class Pacer {

  private record Due(Runnable action, long at) {}

  private final Vertx vertx;
  private final Deque<Due> waiting = new ArrayDeque<>();

  Pacer(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Acts at once, or when {@code delayMs} are over if that is more than 0. */
  void act(Runnable action, long delayMs) {
    if (delayMs <= 0 && waiting.isEmpty()) {
      action.run();
      return;
    }
    long due = System.currentTimeMillis() + Math.max(0, delayMs);
    long at = waiting.isEmpty() ? due : Math.max(due, waiting.getLast().at());
    waiting.add(new Due(action, at));
    if (waiting.size() == 1) {
      schedule();
    }
  }

  private void schedule() {
    long delay = waiting.getFirst().at() - System.currentTimeMillis();
    vertx.setTimer(Math.max(1, delay), timer -> flush());
  }

  private void flush() {
    long now = System.currentTimeMillis();
    while (!waiting.isEmpty() && waiting.getFirst().at() <= now) {
      waiting.removeFirst().action().run();
    }
    if (!waiting.isEmpty()) {
      schedule();
    }
  }
}
