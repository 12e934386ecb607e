package dev.waggle.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.launcher.StartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyFileTest {

  @TempDir private Path folder;

  @Test
  void shouldMakeAKeyThatCannotBeGuessed() {
    assertThat(ApiKeyFile.readOrCreate(folder))
        .hasSize(48)
        .isNotEqualTo(ApiKeyFile.readOrCreate(folder.resolve("another")));
  }

  @Test
  void shouldKeepTheKeyOfAFolder() {
    assertThat(ApiKeyFile.readOrCreate(folder)).isEqualTo(ApiKeyFile.readOrCreate(folder));
  }

  @Test
  void shouldLetNobodyElseReadIt() throws Exception {
    ApiKeyFile.readOrCreate(folder);

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("api-key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldRefuseAFolderThatCannotBeUsed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> ApiKeyFile.readOrCreate(file)).isInstanceOf(StartException.class);
  }
}
