package dev.waggle.launcher;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.settings.InvalidSettingsException;
import dev.waggle.settings.Problem;
import java.net.BindException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a failed start looks like from outside.
 *
 * @param exitCode what the process returns
 * @param text what stands on standard error; without a stack trace
 */
public record Failure(ExitCode exitCode, String text) {

  private static final Map<ErrorCode, ExitCode> EXIT_CODES =
      Map.of(
          ErrorCode.BROWSER_NOT_FOUND, ExitCode.BROWSER_NOT_FOUND,
          ErrorCode.DATABASE_UNAVAILABLE, ExitCode.DATABASE_UNAVAILABLE);

  /** Sees through wrappers to the cause that says most. */
  public static Failure of(Throwable thrown) {
    return Causes.find(thrown, StartException.class)
        .map(e -> new Failure(e.exitCode(), e.getMessage()))
        .or(() -> Causes.find(thrown, InvalidSettingsException.class).map(Failure::ofSettings))
        .or(() -> Causes.find(thrown, WaggleException.class).map(Failure::ofWaggle))
        .or(() -> Causes.find(thrown, BindException.class).map(Failure::ofBind))
        .orElseGet(() -> new Failure(ExitCode.FAILED, "Waggle failed: " + message(thrown)));
  }

  private static Failure ofSettings(InvalidSettingsException e) {
    String list =
        e.problems().stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n  ", "\n  ", ""));
    return new Failure(ExitCode.INVALID_SETTINGS, "The settings cannot be used:" + list);
  }

  private static Failure ofWaggle(WaggleException e) {
    return new Failure(EXIT_CODES.getOrDefault(e.code(), ExitCode.FAILED), e.getMessage());
  }

  private static Failure ofBind(BindException e) {
    return new Failure(
        ExitCode.PORT_IN_USE, "A port is in use by another program: " + e.getMessage() + ".");
  }

  private static String message(Throwable thrown) {
    return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
  }
}
