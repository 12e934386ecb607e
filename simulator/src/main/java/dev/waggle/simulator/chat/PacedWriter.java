package dev.waggle.simulator.chat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Writes frames in order, each not before it is due, and none before an earlier one. */
final class PacedWriter {

  private record Due(String text, long at) {}

  private final Vertx vertx;
  private final Consumer<String> sink;
  private final Deque<Due> waiting = new ArrayDeque<>();

  PacedWriter(Vertx vertx, Consumer<String> sink) {
    this.vertx = vertx;
    this.sink = sink;
  }

  /** Writes a frame at once, or when {@code delayMs} are over if that is more than 0. */
  void write(JsonObject frame, long delayMs) {
    if (delayMs <= 0 && waiting.isEmpty()) {
      sink.accept(frame.encode());
      return;
    }
    long due = System.currentTimeMillis() + Math.max(0, delayMs);
    long at = waiting.isEmpty() ? due : Math.max(due, waiting.getLast().at());
    waiting.add(new Due(frame.encode(), at));
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
      sink.accept(waiting.removeFirst().text());
    }
    if (!waiting.isEmpty()) {
      schedule();
    }
  }
}
