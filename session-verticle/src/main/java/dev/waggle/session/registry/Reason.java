package dev.waggle.session.registry;

import dev.waggle.contract.StatusCause;

/**
 * Why a session comes to a status.
 *
 * @param cause for programs; null when there is nothing to say
 * @param text for people, one sentence, cut at 500 characters
 */
public record Reason(StatusCause cause, String text) {

  private static final int MAX_TEXT = 500;

  public Reason {
    text = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  /** A reason that says nothing to programs. */
  public static Reason of(String text) {
    return new Reason(null, text);
  }

  /** The same cause with more to say. */
  public Reason and(String more) {
    return new Reason(cause, text + " " + more);
  }

  /** The cause's name as it is stored, or null. */
  String causeName() {
    return cause == null ? null : cause.name();
  }
}
