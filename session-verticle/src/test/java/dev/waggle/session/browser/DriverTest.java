package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverTest {

  @TempDir Path data;

  @Test
  void shouldKnowItsProcessThoughALinkLeadsToTheFolder() throws IOException {
    Path installed = DriverInstall.ensure(data.resolve("unused"));
    Path link = Files.createSymbolicLink(data.resolve("link"), installed);

    Driver driver = Driver.start(link);

    assertThat(driver.isAlive()).isTrue();
    driver.end();
    driver.process().onExit().join();
  }
}
