package dev.waggle.it.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.chaos.client.Secrets;
import dev.waggle.chaos.process.JvmLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedSecretsTest {

  private final LoggedSecrets extension = new LoggedSecrets();

  @TempDir private Path folder;

  @Test
  void shouldFailWhenAJvmHasLoggedASecretSinceTheLastLook() throws IOException {
    Secrets.add("secret-that-was-logged");
    Path log = Files.writeString(folder.resolve("node.log"), "fine\n");
    JvmLogs.watch(log);
    extension.afterEach(null);

    Files.writeString(log, "key=secret-that-was-logged\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> extension.afterEach(null))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("node.log: \"secret-that-was-logged\" in: key=");
  }

  @Test
  void shouldPassOverWhatADemoTellsWhoeverStartedIt() throws IOException {
    Secrets.add("key-of-a-demo");
    Path log = Files.writeString(folder.resolve("demo.log"), "  API key      key-of-a-demo\n");

    JvmLogs.watch(log);
    extension.afterEach(null);

    assertThat(log).exists();
  }
}
