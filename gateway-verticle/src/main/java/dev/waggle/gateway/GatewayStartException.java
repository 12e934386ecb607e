package dev.waggle.gateway;

/** A gateway that cannot start, with a sentence for the person who started it. */
public final class GatewayStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong and what to do. */
  public GatewayStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
