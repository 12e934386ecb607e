package dev.waggle.chaos.traffic;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One message that a caller wants sent, and what came of it so far. It is written by the thread
 * that sends it, and may be read by any.
 */
public final class Outgoing {

  private final String id;
  private final String text;
  private final Instant begun = Instant.now();
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile Instant answered;
  private volatile String lastRefusal = "";

  Outgoing(String id, String text) {
    this.id = id;
    this.text = text;
  }

  void attempted() {
    attempts.incrementAndGet();
  }

  void answered(Instant at) {
    answered = at;
  }

  void refused(String why) {
    lastRefusal = why;
  }

  /** The message id that each attempt names. */
  public String id() {
    return id;
  }

  public String text() {
    return text;
  }

  /** How often it was asked for; more than once after a failure. */
  public int attempts() {
    return attempts.get();
  }

  /** When it was answered with success; empty when it never was. */
  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answered);
  }

  @Override
  public String toString() {
    return "\"%s\" id=%s begun=%s answered=%s attempts=%d%s"
        .formatted(
            text,
            id,
            begun,
            answered == null ? "never" : answered,
            attempts(),
            lastRefusal.isEmpty() ? "" : " last refusal: " + lastRefusal);
  }
}
