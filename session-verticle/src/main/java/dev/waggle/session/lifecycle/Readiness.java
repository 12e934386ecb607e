package dev.waggle.session.lifecycle;

import dev.waggle.session.page.PageCondition;
import dev.waggle.session.page.WhatsAppPage;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks the page at intervals whether it is truly connected (whatsapp-web facts §8). One question is
 * under way at a time; a page that leaves two in a row unanswered, and says nothing else meanwhile,
 * is given up.
 */
final class Readiness {

  private static final int PATIENCE = 2;
  private static final Duration SOON = Duration.ofMillis(500);
  private static final long NONE = -1;

  /** What is done with the answers. */
  interface Listener {
    void pageIsReady();

    void pageIsNotReady(PageCondition condition);

    void pageIsSilent();
  }

  private final Vertx vertx;
  private final Duration interval;
  private final Supplier<Optional<WhatsAppPage>> page;
  private final Listener listener;

  private long timer = NONE;
  private long confirmation = NONE;
  private int watch;
  private boolean asking;
  private int unanswered;

  Readiness(
      Vertx vertx, Duration interval, Supplier<Optional<WhatsAppPage>> page, Listener listener) {
    this.vertx = vertx;
    this.interval = interval;
    this.page = page;
    this.listener = listener;
  }

  /** Watches the page that is open now, which may have become ready before it had loaded. */
  void start() {
    stop();
    timer = vertx.setPeriodic(interval.toMillis(), fired -> ask());
    ask();
  }

  /** Asks now, and soon again while the page is not ready; to be called when it says that it is. */
  void confirm() {
    vertx.cancelTimer(confirmation);
    confirmation = vertx.setTimer(soon(), fired -> confirm());
    ask();
  }

  /** Watches no more; an answer that is still under way is dropped. */
  void stop() {
    watch++;
    asking = false;
    unanswered = 0;
    vertx.cancelTimer(timer);
    vertx.cancelTimer(confirmation);
  }

  private void ask() {
    if (asking) {
      return;
    }
    page.get().ifPresent(this::ask);
  }

  private void ask(WhatsAppPage asked) {
    int mine = watch;
    long askedAtNanos = System.nanoTime();
    asking = true;
    asked
        .probe()
        .timeout(Math.max(interval.toMillis(), SOON.toMillis()), TimeUnit.MILLISECONDS)
        .onComplete(
            answer -> {
              if (mine == watch) {
                asking = false;
                hear(answer.result(), asked.hasSpokenSince(askedAtNanos));
              }
            });
  }

  /** A failed question has no result. */
  private void hear(PageCondition condition, boolean spoke) {
    if (condition == null) {
      unanswered = spoke ? 0 : unanswered + 1;
      if (unanswered >= PATIENCE) {
        listener.pageIsSilent();
      }
      return;
    }
    unanswered = 0;
    if (condition.isReady()) {
      vertx.cancelTimer(confirmation);
      listener.pageIsReady();
    } else {
      listener.pageIsNotReady(condition);
    }
  }

  private long soon() {
    return Math.min(interval.toMillis(), SOON.toMillis());
  }
}
