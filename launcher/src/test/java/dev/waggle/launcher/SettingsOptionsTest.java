package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.launcher.ClusterSettings.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsOptionsTest {

  private static WaggleSettings read(String... args) {
    return read(Map.of(), args);
  }

  private static WaggleSettings read(Map<String, String> environment, String... args) {
    SettingsOptions options = new SettingsOptions();
    new CommandLine(new Spec(options)).parseArgs(args);
    return options.read(environment);
  }

  /** A command that has nothing but these options. */
  @CommandLine.Command
  private record Spec(@CommandLine.Mixin SettingsOptions options) {}

  @Test
  void shouldReadTheDefaultsWithoutOptions() {
    assertThat(read("--config", "")).isEqualTo(WaggleSettings.DEFAULT);
  }

  @Test
  void shouldHaveAnOptionForEveryPartOfANode() {
    WaggleSettings settings =
        read("--role", "session", "--port", "81", "--api-key", "k", "--data", "/srv/bees");

    assertThat(settings.role()).isEqualTo(Role.SESSION);
    assertThat(settings.gateway().port()).isEqualTo(81);
    assertThat(settings.gateway().apiKey()).isEqualTo("k");
    assertThat(settings.session().data()).isEqualTo(Path.of("/srv/bees"));
  }

  @Test
  void shouldJoinTheClusterThatIsNamed() {
    ClusterSettings cluster = read("--join", "a:5701", "--join", "b:5702,c:5703").cluster();

    assertThat(cluster.members()).containsExactly("a:5701", "b:5702", "c:5703");
    assertThat(cluster.enabled()).isEqualTo(Mode.ON);
  }

  @Test
  void shouldSetAnyKey() {
    assertThat(read("--set", "session.linking.qr-max-attempts=2").session().linking())
        .extracting("qrMaxAttempts")
        .isEqualTo(2);
  }

  @Test
  void shouldTakeKeysFromTheEnvironment() {
    assertThat(read(Map.of("WAGGLE_GATEWAY_API_KEY", "e")).gateway().apiKey()).isEqualTo("e");
  }

  @Test
  void shouldTakeTheHazelcastFileBesideTheSettings(@TempDir Path folder) throws Exception {
    Path config = Files.writeString(folder.resolve("waggle.yaml"), "");
    Path hazelcast = Files.writeString(folder.resolve("hazelcast.yaml"), "hazelcast: {}");

    assertThat(read("--config", config.toString()).cluster().config()).isEqualTo(hazelcast);
  }

  @Test
  void shouldPreferTheHazelcastFileThatTheSettingsName(@TempDir Path folder) throws Exception {
    Path config =
        Files.writeString(folder.resolve("waggle.yaml"), "cluster: {config: /etc/h.yaml}");
    Files.writeString(folder.resolve("hazelcast.yaml"), "hazelcast: {}");

    assertThat(read("--config", config.toString()).cluster().config())
        .isEqualTo(Path.of("/etc/h.yaml"));
  }
}
