package dev.waggle.session.browser;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.settings.BrowserSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Finds Chromium: the configured file, else what the environment names, else the usual places. A
 * file that somebody named and that is not there is an error, never a reason to look elsewhere.
 */
final class ChromiumFinder {

  private static final List<String> VARIABLES =
      List.of("WAGGLE_CHROMIUM", "CHROME_PATH", "PUPPETEER_EXECUTABLE_PATH");
  private static final int VERSION_SECONDS = 10;

  private final BrowserSettings settings;
  private final UnaryOperator<String> environment;
  private final List<Path> usual;

  ChromiumFinder(BrowserSettings settings) {
    this(
        settings,
        System::getenv,
        ChromiumCandidates.of(settings.headlessShell(), System.getenv("PATH")));
  }

  ChromiumFinder(BrowserSettings settings, UnaryOperator<String> environment, List<Path> usual) {
    this.settings = settings;
    this.environment = environment;
    this.usual = usual;
  }

  /**
   * The Chromium to run, after it has told its version. Blocks for as long as that takes.
   *
   * @throws WaggleException with BROWSER_NOT_FOUND
   */
  Chromium find() {
    Path executable = executable();
    return new Chromium(executable, version(executable));
  }

  private Path executable() {
    if (settings.executable() != null) {
      return named("session.browser.executable", settings.executable());
    }
    return VARIABLES.stream()
        .filter(variable -> environment.apply(variable) != null)
        .findFirst()
        .map(variable -> named(variable, Path.of(environment.apply(variable))))
        .orElseGet(this::usualOne);
  }

  private static Path named(String by, Path file) {
    if (!Files.isExecutable(file) || Files.isDirectory(file)) {
      throw notFound("There is no program at the path that " + by + " names; correct it.", null);
    }
    return file;
  }

  private Path usualOne() {
    return usual.stream()
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                notFound(
                    "No Chromium was found. Install it (Debian, Ubuntu: apt-get install"
                        + " chromium-headless-shell or chromium), or name its binary in"
                        + " session.browser.executable or WAGGLE_CHROMIUM.",
                    null));
  }

  private static String version(Path executable) {
    try {
      Process process =
          new ProcessBuilder(executable.toString(), "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return answer(process);
    } catch (IOException unusable) {
      throw unusable(executable, unusable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unusable(executable, interrupted);
    }
  }

  private static String answer(Process process) throws IOException, InterruptedException {
    try {
      if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("no version within " + VERSION_SECONDS + " s");
      }
      byte[] line = process.getInputStream().readAllBytes();
      return new String(line, StandardCharsets.UTF_8).strip();
    } finally {
      process.destroyForcibly();
    }
  }

  private static WaggleException unusable(Path executable, Exception cause) {
    String name = Objects.toString(executable.getFileName());
    return notFound(
        "The Chromium that was found (" + name + ") does not run; try it with --version.", cause);
  }

  private static WaggleException notFound(String sentence, Throwable cause) {
    return new WaggleException(ErrorCode.BROWSER_NOT_FOUND, sentence, cause);
  }
}
