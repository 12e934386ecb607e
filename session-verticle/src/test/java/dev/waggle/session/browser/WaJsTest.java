package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.settings.InvalidSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaJsTest {

  @TempDir Path folder;

  @Test
  void shouldBringTheBundleThatTheLockFileNames() throws IOException {
    String lock = Files.readString(Path.of("wa-js", "package-lock.json"));

    String version = WaJs.load(null).version();

    assertThat(lock).contains("\"@wppconnect/wa-js\": \"" + version + "\"");
  }

  @Test
  void shouldTakeAConfiguredBundleInItsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("x.js"), "/*! wppconnect-team/wa-js v9.1.0 */ 1;");

    assertThat(WaJs.load(file).version()).isEqualTo("9.1.0");
  }

  @Test
  void shouldSayThatAConfiguredBundleCannotBeRead() {
    assertThatThrownBy(() -> WaJs.load(folder.resolve("none.js")))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("session.whatsapp.wa-js");
  }
}
