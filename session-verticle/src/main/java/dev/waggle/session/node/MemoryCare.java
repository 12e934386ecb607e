package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.meter.SessionMeters;
import dev.waggle.session.page.WhatsAppPages;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.BrowserSettings;
import io.vertx.core.Vertx;
import java.util.Map;

/**
 * Measures at intervals how much memory the node's browsers hold, all of them at once and off the
 * event loop, and has one that stays above the budget replaced: one of the node at a time. To be
 * used on the node's context.
 */
final class MemoryCare {

  private static final long NONE = -1;
  private static final long MIB = 1024 * 1024;

  private final Vertx vertx;
  private final SessionHost host;
  private final WhatsAppPages pages;
  private final BrowserSettings settings;
  private final SessionMeters meters;
  private final MemoryBudget budget;

  private long timer = NONE;
  private boolean measuring;
  private boolean recycling;

  MemoryCare(
      Vertx vertx,
      SessionHost host,
      WhatsAppPages pages,
      BrowserSettings settings,
      SessionMeters meters) {
    this.vertx = vertx;
    this.host = host;
    this.pages = pages;
    this.settings = settings;
    this.meters = meters;
    this.budget = new MemoryBudget(settings.memoryBudget());
  }

  /** Measures from now on at every interval. */
  void start() {
    stop();
    timer = vertx.setPeriodic(settings.memoryInterval().toMillis(), fired -> measure());
  }

  /** Measures no more; a replacement that is under way goes on. */
  void stop() {
    vertx.cancelTimer(timer);
    timer = NONE;
  }

  private void measure() {
    if (!measuring) {
      measuring = true;
      pages.memory().onComplete(done -> measuring = false).onSuccess(this::judge);
    }
  }

  private void judge(Map<SessionName, Long> sizes) {
    meters.browserMemory(
        sizes.values().stream().mapToLong(Long::longValue).sum(),
        sizes.values().stream().mapToLong(Long::longValue).max().orElse(0));
    budget.measured(sizes);
    if (!recycling) {
      budget.takeOne().ifPresent(session -> recycle(session, sizes.get(session)));
    }
  }

  private void recycle(SessionName session, long size) {
    recycling = true;
    host.recycle(session, reason(size)).onComplete(done -> recycling = false);
  }

  private Reason reason(long size) {
    return new Reason(
        StatusCause.MEMORY_OVER_BUDGET,
        "The browser used %d MiB of %d; it is replaced."
            .formatted(size / MIB, settings.memoryBudget() / MIB));
  }
}
