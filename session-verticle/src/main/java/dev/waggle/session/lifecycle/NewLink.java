package dev.waggle.session.lifecycle;

import dev.waggle.session.page.WhatsAppPage;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A link that is being made, from the first QR on, and whether it would survive the death of this
 * machine by now. Nobody is to hear that it works before.
 */
final class NewLink {

  /** A store of snapshots that does not answer delays a new link by this, and no more. */
  private static final Duration KEPT_WITHIN = Duration.ofSeconds(5);

  private final PageSlot slot;
  private final Runnable onSafe;

  private boolean making;
  private boolean safe;
  private boolean keeping;

  /** What was done for an earlier link says nothing of a later one. */
  private int count;

  /**
   * No link is being made.
   *
   * @param onSafe called when a link may be told of that could not be before
   */
  NewLink(PageSlot slot, Runnable onSafe) {
    this.slot = slot;
    this.onSafe = onSafe;
  }

  /** A QR is on show. */
  void begin() {
    making = true;
    safe = false;
    count++;
  }

  /** It is made, or will not be. */
  void end() {
    making = false;
  }

  boolean isBeingMade() {
    return making;
  }

  boolean isAtRisk() {
    return making && !safe;
  }

  /** Has everything that belongs to it kept, in the profile and beyond this machine. */
  void keep() {
    if (keeping) {
      return;
    }
    keeping = true;
    int mine = count;
    slot.page()
        .map(WhatsAppPage::keepStorage)
        .orElseGet(Future::succeededFuture)
        .otherwiseEmpty()
        .compose(copied -> slot.keepProfile())
        .timeout(KEPT_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(
            kept -> {
              keeping = false;
              safe = mine == count;
              onSafe.run();
            });
  }
}
