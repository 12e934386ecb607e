package dev.waggle.launcher;

import java.net.BindException;
import java.util.Optional;

/** A node that cannot start; its message is a sentence for the person who started it. */
public final class StartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public StartException(ExitCode exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  public StartException(ExitCode exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  /**
   * What a failed {@code listen} means when the port was taken; empty when it was something else.
   *
   * @param option how to choose another port
   */
  public static Optional<StartException> ofListening(
      Throwable thrown, String host, int port, String option) {
    return Causes.find(thrown, BindException.class)
        .map(
            bind ->
                new StartException(
                    ExitCode.PORT_IN_USE,
                    "Port "
                        + port
                        + " of "
                        + host
                        + " cannot be listened on, most likely because another program does;"
                        + " choose another one by "
                        + option
                        + ".",
                    thrown));
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
