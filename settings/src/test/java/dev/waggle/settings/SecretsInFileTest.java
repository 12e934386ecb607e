package dev.waggle.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsInFileTest {

  record Door(String apiKey, String publicKey, Path key) {}

  record House(String url, Door door) {}

  private static final House DEFAULT = new House("", new Door("", "", null));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--"})
  void shouldRefuseASecretThatOthersCanRead(String permissions) throws IOException {
    Path file = write("door:\n  api-key: open-sesame\n", permissions);

    InvalidSettingsException refused =
        catchThrowableOfType(InvalidSettingsException.class, () -> read(file));

    assertThat(refused.problems())
        .singleElement()
        .asString()
        .startsWith("door.api-key")
        .contains("line 2", "chmod 600 " + file)
        .doesNotContain("open-sesame");
  }

  @Test
  void shouldFindAPasswordInsideAnAddress() throws IOException {
    Path file = write("url: jdbc:postgresql://db/waggle?password=hunter2\n", "rw-r--r--");

    assertThat(catchThrowableOfType(InvalidSettingsException.class, () -> read(file)).problems())
        .extracting(Problem::key)
        .containsExactly("url");
  }

  @Test
  void shouldTakeASecretThatIsItsOwnersAlone() throws IOException {
    Path file = write("door:\n  api-key: open-sesame\n", "rw-------");

    assertThat(read(file).door().apiKey()).isEqualTo("open-sesame");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "door: {api-key: ''}",
        "door: {api-key: '${HOUSE_KEY:none}'}",
        "door: {public-key: MCowBQ, key: /etc/house.key}"
      })
  void shouldLetOthersReadWhatHoldsNoSecret(String yaml) throws IOException {
    Path file = write(yaml, "rw-r--r--");

    assertThat(read(file)).isNotNull();
  }

  private Path write(String yaml, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("house.yaml"), yaml);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static House read(Path file) {
    return new SettingsReader(Map.of()).file(file).read(DEFAULT);
  }
}
