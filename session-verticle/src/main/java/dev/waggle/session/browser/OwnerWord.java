package dev.waggle.session.browser;

import com.google.gson.JsonObject;
import dev.waggle.session.page.OwnerLease;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells one page how long its owner may still act: the other end of {@code bridge/owner.js}, the
 * page's dead man's switch. Spoken after every renewal of the lease and whenever the page asks.
 *
 * <p>What is spoken is the time left and the time of day. Both clocks are this machine's, so a word
 * that was held up, by a frozen driver for instance, is not taken for a new one, and the page's
 * time is over no later than the lease itself is here, which is two renewals before anybody else
 * may claim the session (see {@link dev.waggle.session.registry.NodeLease}).
 *
 * <p>With it goes which of the page's numbered reports are passed on (see {@code
 * bridge/departures.js}): the last number that was confirmed stands for all before it.
 *
 * <p>Lives on the browser thread but for {@link #confirm}, never waits, never throws.
 */
final class OwnerWord {

  private static final double NANOS_PER_MS = 1_000_000;

  private final DevToolsPost post;
  private final String ear;
  private final OwnerLease lease;
  private final AtomicBoolean confirmationDue = new AtomicBoolean();
  private volatile long passedOn;

  /**
   * @param ear the function by which the page hears it
   */
  OwnerWord(DevToolsPost post, String ear, OwnerLease lease) {
    this.post = post;
    this.ear = ear;
    this.lease = lease;
  }

  /**
   * From now on every word says that the reports up to this number are passed on. For any thread.
   *
   * @return whether {@link #speakIfDue} has to be called for it; false when a call is under way
   */
  boolean confirm(long number) {
    passedOn = number;
    return confirmationDue.compareAndSet(false, true);
  }

  /** Speaks unless what was confirmed has been spoken since. */
  void speakIfDue() {
    if (confirmationDue.get()) {
      speak();
    }
  }

  /** A document that has no ear, or none yet, asks by itself when it has one. */
  void speak() {
    confirmationDue.set(false);
    // The time of day first: a pause between the two makes the word shorter, never longer.
    long now = System.currentTimeMillis();
    double left = lease.left().toNanos() / NANOS_PER_MS;
    JsonObject parameters = new JsonObject();
    parameters.addProperty(
        "expression",
        String.format(Locale.ROOT, "window.%s?.(%.1f, %d, %d)", ear, left, now, passedOn));
    post.send("Runtime.evaluate", parameters);
  }
}
