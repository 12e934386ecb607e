package dev.waggle.session.log;

import dev.waggle.contract.ChatId;

/** A failure in one line of a log: what failed and what that came from, with numbers masked. */
public final class FailureLine {

  /** Libraries put whole transcripts into their messages. */
  private static final int MAX_LENGTH = 500;

  private FailureLine() {}

  /** {@code WaggleException: … <- SQLException: …}; the stack traces belong to level debug. */
  public static String of(Throwable failure) {
    StringBuilder line = new StringBuilder(describe(failure));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      line.append(" <- ").append(describe(cause));
    }
    String text = ChatId.mask(line.toString()).replaceAll("\\s+", " ");
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  private static String describe(Throwable failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
