package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.jar.DriverJar;
import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.BrowserSettings.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChromiumFlagsTest {

  private static final Chromium SHELL = new Chromium(Path.of("/x/chromium-headless-shell"), "");
  private static final Chromium FULL = new Chromium(Path.of("/x/chromium"), "");

  /** Fails when another Playwright disables other features, which ours would switch back on. */
  @Test
  void shouldKeepEveryFeatureDisabledThatPlaywrightDisables() throws IOException {
    assertThat(ChromiumFlags.PLAYWRIGHT_DISABLES).containsExactlyElementsOf(disabledByPlaywright());
  }

  @Test
  void shouldHaveEachListOfFeaturesOnceWithWhatWasAskedFor() {
    List<String> flags =
        ChromiumFlags.of(
            SHELL,
            settings(
                Sandbox.OFF,
                List.of("--disable-features=Mine", "--enable-features=Yours", "--other")));

    assertThat(flags).filteredOn(flag -> flag.startsWith("--disable-features=")).hasSize(1);
    assertThat(flags).anyMatch(flag -> flag.matches("--disable-features=.*site-per-process,Mine"));
    assertThat(flags).anyMatch(flag -> flag.matches("--enable-features=.*,Yours"));
    assertThat(flags).contains("--other");
  }

  @Test
  void shouldDoWithoutAZygoteOnlyWhereNoSandboxNeedsIt() {
    assertThat(ChromiumFlags.of(SHELL, settings(Sandbox.OFF, List.of()))).contains("--no-zygote");
    assertThat(ChromiumFlags.of(SHELL, settings(Sandbox.ON, List.of())))
        .doesNotContain("--no-zygote");
    assertThat(ChromiumFlags.of(FULL, settings(Sandbox.OFF, List.of())))
        .doesNotContain("--no-zygote");
  }

  private static BrowserSettings settings(Sandbox sandbox, List<String> extra) {
    BrowserSettings usual = BrowserSettings.DEFAULT;
    return new BrowserSettings(
        null,
        true,
        sandbox,
        extra,
        usual.sessionsPerDriver(),
        usual.parallelLaunches(),
        usual.launchTimeout(),
        usual.navigationTimeout(),
        usual.commandTimeout(),
        usual.closeTimeout(),
        usual.memoryBudget(),
        usual.memoryInterval());
  }

  private static List<String> disabledByPlaywright() throws IOException {
    String bundle = "driver/package/lib/coreBundle.js";
    try (InputStream in = DriverJar.class.getClassLoader().getResourceAsStream(bundle)) {
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int start = source.indexOf("disabledFeatures = [");
      String list = source.substring(start, source.indexOf("]", start));
      return Pattern.compile("^\\s*\"(\\w+)\"", Pattern.MULTILINE)
          .matcher(list)
          .results()
          .map((MatchResult one) -> one.group(1))
          .toList();
    }
  }
}
