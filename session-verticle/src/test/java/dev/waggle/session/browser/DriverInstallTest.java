package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverInstallTest {

  private static final String PROPERTY = "playwright.cli.dir";

  @TempDir Path data;
  private final String told = System.getProperty(PROPERTY);

  @BeforeEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @AfterEach
  void remember() {
    System.setProperty(PROPERTY, told);
  }

  @Test
  void shouldUnpackTheDriverOnceIntoTheDataFolder() throws IOException {
    Path folder = DriverInstall.ensure(data);
    FileTime unpacked = Files.getLastModifiedTime(folder.resolve("node"));
    System.clearProperty(PROPERTY);

    Path again = DriverInstall.ensure(data);

    assertThat(folder).startsWith(data.resolve("driver")).isEqualTo(again);
    assertThat(folder.resolve("node")).isExecutable();
    assertThat(Files.getLastModifiedTime(folder.resolve("node"))).isEqualTo(unpacked);
    assertThat(data.resolve("driver")).isDirectoryNotContaining("glob:**.unpacking");
  }

  @Test
  void shouldReplaceWhatAKilledProcessLeftHalfUnpacked() throws IOException {
    Path folder = DriverInstall.ensure(data);
    Files.delete(folder.resolve("package").resolve("cli.js"));
    System.clearProperty(PROPERTY);

    DriverInstall.ensure(data);

    assertThat(folder.resolve("package").resolve("cli.js")).exists();
  }
}
