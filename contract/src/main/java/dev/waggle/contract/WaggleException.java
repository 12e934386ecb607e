package dev.waggle.contract;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * A failure with a stable code and one sentence for the person who caused it. The sentence says
 * what to do and holds no key, QR text, stack trace or full phone number, because it travels to
 * clients as it is.
 */
public final class WaggleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /** Null when nothing is known of it. */
  private final Duration retryAfter;

  /** A failure that its code and sentence explain. */
  public WaggleException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** A failure with the cause that belongs in the log, and only there. */
  public WaggleException(ErrorCode code, String message, Throwable cause) {
    this(code, message, cause, null);
  }

  private WaggleException(ErrorCode code, String message, Throwable cause, Duration retryAfter) {
    super(message, cause);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /**
   * {@link ErrorCode#TOO_MANY_REQUESTS}.
   *
   * @param retryAfter how long to wait before the same is allowed again
   */
  public static WaggleException tooMany(String message, Duration retryAfter) {
    return new WaggleException(ErrorCode.TOO_MANY_REQUESTS, message, null, retryAfter);
  }

  public ErrorCode code() {
    return code;
  }

  /** When to try again, where that is known; it does not travel over the bus. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * What a failed bus request means. No consumer is {@link ErrorCode#NO_SESSION_NODE}, a lapse of
   * time {@link ErrorCode#TIMEOUT}; anything that is not a bus failure is {@link
   * ErrorCode#INTERNAL}.
   */
  public static WaggleException of(Throwable failure) {
    if (failure instanceof WaggleException known) {
      return known;
    }
    if (failure instanceof ReplyException reply) {
      return ofReply(reply);
    }
    return new WaggleException(
        ErrorCode.INTERNAL, "Something went wrong inside Waggle; its log has the cause.", failure);
  }

  private static WaggleException ofReply(ReplyException reply) {
    if (reply.failureType() == ReplyFailure.NO_HANDLERS) {
      return new WaggleException(
          ErrorCode.NO_SESSION_NODE, "No session node is in the cluster; start one.", reply);
    }
    if (reply.failureType() == ReplyFailure.TIMEOUT) {
      return new WaggleException(
          ErrorCode.TIMEOUT,
          "No answer came in time; ask for the state before repeating the request.",
          reply);
    }
    return ErrorCode.ofBusCode(reply.failureCode())
        .map(code -> new WaggleException(code, reply.getMessage(), reply))
        .orElseGet(
            () ->
                new WaggleException(
                    ErrorCode.INTERNAL, "The receiver failed; its log has the cause.", reply));
  }
}
