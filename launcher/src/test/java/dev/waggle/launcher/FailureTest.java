package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.settings.InvalidSettingsException;
import dev.waggle.settings.Problem;
import java.net.BindException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void shouldListEveryProblemOfTheSettings() {
    Failure failure =
        Failure.of(
            new InvalidSettingsException(
                List.of(new Problem("a", "is wrong."), new Problem("b.c", "is too.", "--set"))));

    assertThat(failure)
        .isEqualTo(
            new Failure(
                ExitCode.INVALID_SETTINGS,
                "The settings cannot be used:\n  a: is wrong.\n  b.c (--set): is too."));
  }

  @Test
  void shouldSeeThroughWrappers() {
    Failure failure =
        Failure.of(
            new RuntimeException(
                new WaggleException(ErrorCode.BROWSER_NOT_FOUND, "Install Chromium.")));

    assertThat(failure).isEqualTo(new Failure(ExitCode.BROWSER_NOT_FOUND, "Install Chromium."));
  }

  @Test
  void shouldKnowThatTheDatabaseIsAway() {
    assertThat(Failure.of(new WaggleException(ErrorCode.DATABASE_UNAVAILABLE, "Gone.")).exitCode())
        .isEqualTo(ExitCode.DATABASE_UNAVAILABLE);
  }

  @Test
  void shouldKnowAPortThatIsTaken() {
    assertThat(Failure.of(new IllegalStateException(new BindException("taken"))).exitCode())
        .isEqualTo(ExitCode.PORT_IN_USE);
  }

  @Test
  void shouldNameTheOptionThatChoosesAnotherPort() {
    assertThat(StartException.ofListening(new BindException(), "127.0.0.1", 80, "--port"))
        .hasValueSatisfying(
            refusal -> assertThat(refusal).hasMessageContainingAll("80", "127.0.0.1", "--port"));
  }

  @Test
  void shouldNotTakeAnotherFailureForATakenPort() {
    assertThat(StartException.ofListening(new IllegalStateException(), "h", 1, "--port")).isEmpty();
  }

  @Test
  void shouldSaySomethingAboutAnythingElse() {
    assertThat(Failure.of(new IllegalStateException()))
        .isEqualTo(new Failure(ExitCode.FAILED, "Waggle failed: IllegalStateException"));
  }
}
