package dev.waggle.simulator.account;

/**
 * A request that the stand-in turns down. Over HTTP it becomes a problem document, on the page's
 * socket an {@code error} reply; both carry the same code and sentence.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * @param code an HTTP status, also the code of the error reply
   * @param sentence what is wrong and what to do about it
   */
  public Refusal(int code, String sentence) {
    // A refusal is an answer, not an accident: no stack trace is kept.
    super(sentence, null, false, false);
    this.code = code;
  }

  /** An HTTP status; 420 is what WhatsApp answers to a send it does not like. */
  public int code() {
    return code;
  }
}
