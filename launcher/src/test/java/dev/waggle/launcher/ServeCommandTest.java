package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that are refused before anything is started. */
class ServeCommandTest {

  private final PrintStream systemErrors = System.err;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void catchErrors() {
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void letErrorsGo() {
    System.setErr(systemErrors);
  }

  private int serve(String yaml, String... args) throws IOException {
    Path config = Files.writeString(folder.resolve("waggle.yaml"), yaml);
    String[] fixed = {"serve", "--config", config.toString()};
    return Waggle.execute(
        new Waggle(), Stream.concat(Stream.of(fixed), Stream.of(args)).toArray(String[]::new));
  }

  private String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldRefuseAnUnknownOption() throws IOException {
    assertThat(serve("", "--prot", "80")).isEqualTo(ExitCode.USAGE.number());
    assertThat(errors()).contains("--prot");
  }

  @Test
  void shouldRefuseAnUnknownCommand() {
    assertThat(Waggle.execute(new Waggle(), "serv")).isEqualTo(ExitCode.USAGE.number());
  }

  @Test
  void shouldRefuseAGatewayWithoutAKeyAndSayHowToGiveOne() throws IOException {
    assertThat(serve("")).isEqualTo(ExitCode.NO_API_KEY.number());
    assertThat(errors()).contains("--api-key", "WAGGLE_GATEWAY_API_KEY", "gateway.api-key");
  }

  @Test
  void shouldTellEverythingThatIsWrongInFileAndOptions() throws IOException {
    int exitCode =
        serve(
            "session:\n  max-sesions: 3\n  browser:\n    launch-timeout: soon\n",
            "--port",
            "http",
            "--role",
            "boss",
            "--set",
            "cluster.nmae=x");

    assertThat(exitCode).isEqualTo(ExitCode.INVALID_SETTINGS.number());
    assertThat(errors())
        .contains("session.max-sesions", "line 2", "did you mean session.max-sessions?")
        .contains("session.browser.launch-timeout", "line 4", "such as 250ms")
        .contains("gateway.port (--port): must be a whole number")
        .contains("role (--role): must be gateway or session or both.")
        .contains("cluster.nmae (--set)", "did you mean cluster.name?")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldSayThatTheSettingsFileIsMissing() {
    Path none = folder.resolve("none.yaml");

    assertThat(Waggle.execute(new Waggle(), "serve", "--config", none.toString()))
        .isEqualTo(ExitCode.INVALID_SETTINGS.number());
    assertThat(errors()).contains(none.toString(), "no such file");
  }
}
