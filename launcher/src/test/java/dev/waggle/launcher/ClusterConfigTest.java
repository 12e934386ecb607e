package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import dev.waggle.launcher.ClusterSettings.Mode;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterConfigTest {

  private static final ClusterSettings SETTINGS =
      new ClusterSettings(
          Mode.ON,
          "bees",
          "127.0.0.1",
          6100,
          7,
          List.of("a:1", "b"),
          0,
          null,
          ClusterTlsSettings.NONE);

  @Test
  void shouldFillOurSettingsIn() {
    Config config = ClusterConfig.read(SETTINGS);

    assertThat(config.getClusterName()).isEqualTo("bees");
    assertThat(config.getNetworkConfig().getPort()).isEqualTo(6100);
    assertThat(config.getNetworkConfig().getPortCount()).isEqualTo(7);
    assertThat(config.getNetworkConfig().getInterfaces().getInterfaces())
        .containsExactly("127.0.0.1");
    assertThat(config.getNetworkConfig().getJoin().getTcpIpConfig().getMembers())
        .containsExactly("a:1", "b");
  }

  @Test
  void shouldNeitherCallOutNorCallHome() {
    Config config = ClusterConfig.read(SETTINGS);

    assertThat(config.getNetworkConfig().getJoin().getMulticastConfig().isEnabled()).isFalse();
    assertThat(config.getNetworkConfig().getJoin().isAutoDetectionEnabled()).isFalse();
    assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
  }

  @Test
  void shouldKeepTheMapsThatTheEventBusNeeds() {
    Config needed = ConfigUtil.loadConfig();
    Config config = ClusterConfig.read(SETTINGS);

    assertThat(config.getMultiMapConfigs()).containsAllEntriesOf(needed.getMultiMapConfigs());
    assertThat(config.getMapConfigs()).containsAllEntriesOf(needed.getMapConfigs());
  }

  @Test
  void shouldReadAnotherFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("h.yaml"), "hazelcast:\n  cluster-name: wasps\n");

    assertThat(ClusterConfig.read(SETTINGS.withConfig(file)).getClusterName()).isEqualTo("wasps");
  }

  @Test
  void shouldSayWhichFileIsWrong(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("h.yaml"), "hazelcast:\n  nonsense: true\n");

    assertThatThrownBy(() -> ClusterConfig.read(SETTINGS.withConfig(file)))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(file.toString());
  }
}
