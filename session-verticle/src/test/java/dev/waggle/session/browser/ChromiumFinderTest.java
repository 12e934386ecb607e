package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.settings.BrowserSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumFinderTest {

  @TempDir Path folder;
  private Path one;
  private Path two;

  @BeforeEach
  void makePrograms() throws IOException {
    one = Scripts.write(folder.resolve("one"), "echo Chromium 1.2.3");
    two = Scripts.write(folder.resolve("two-headless_shell"), "echo Chromium 4.5.6");
  }

  @Test
  void shouldTakeTheConfiguredFileBeforeAllOthers() {
    Chromium found = finder(one, Map.of("CHROME_PATH", two.toString()), List.of(two)).find();

    assertThat(found).isEqualTo(new Chromium(one, "Chromium 1.2.3"));
  }

  @Test
  void shouldTakeWhatTheEnvironmentNamesBeforeTheUsualPlaces() {
    Chromium found = finder(null, Map.of("CHROME_PATH", two.toString()), List.of(one)).find();

    assertThat(found.executable()).isEqualTo(two);
    assertThat(found.isHeadlessShell()).isTrue();
  }

  @Test
  void shouldTakeTheFirstUsualPlaceThatHasAProgram() {
    Chromium found = finder(null, Map.of(), List.of(folder.resolve("none"), one, two)).find();

    assertThat(found.executable()).isEqualTo(one);
    assertThat(found.isHeadlessShell()).isFalse();
  }

  @Test
  void shouldNotLookElsewhereWhenANamedFileIsMissing() {
    Map<String, String> environment = Map.of("WAGGLE_CHROMIUM", folder.resolve("none").toString());

    assertThatThrownBy(() -> finder(null, environment, List.of(one)).find())
        .hasMessageContaining("WAGGLE_CHROMIUM");
  }

  @Test
  void shouldSayWhatToInstallWhenThereIsNone() {
    assertThatThrownBy(() -> finder(null, Map.of(), List.of()).find())
        .hasMessageContaining("apt-get install")
        .isInstanceOfSatisfying(
            WaggleException.class,
            missing -> assertThat(missing.code()).isEqualTo(ErrorCode.BROWSER_NOT_FOUND));
  }

  @Test
  void shouldRefuseAProgramThatDoesNotTellItsVersion() throws IOException {
    Path broken = Scripts.write(folder.resolve("broken"), "exit 3");

    assertThatThrownBy(() -> finder(broken, Map.of(), List.of()).find())
        .hasMessageContaining("--version");
  }

  @Test
  void shouldPreferTheHeadlessShellWhenToldTo() {
    List<Path> lean = ChromiumCandidates.of(true, "/opt/bin");
    List<Path> full = ChromiumCandidates.of(false, "/opt/bin");

    assertThat(new Chromium(lean.get(0), "").isHeadlessShell()).isTrue();
    assertThat(new Chromium(full.get(0), "").isHeadlessShell()).isFalse();
    assertThat(lean)
        .containsExactlyInAnyOrderElementsOf(full)
        .contains(Path.of("/opt/bin/chromium"));
  }

  private static ChromiumFinder finder(
      Path configured, Map<String, String> environment, List<Path> usual) {
    BrowserSettings settings = BrowserTest.settings(configured, true, Duration.ofSeconds(1));
    return new ChromiumFinder(settings, environment::get, usual);
  }
}
