package dev.waggle.launcher;

import com.hazelcast.config.Config;
import com.hazelcast.config.InvalidConfigurationException;
import com.hazelcast.config.YamlConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Hazelcast's own configuration, with our settings filled in. */
final class ClusterConfig {

  private static final String BUILT_IN = "/conf/hazelcast.yaml";

  private ClusterConfig() {}

  /**
   * Reads the file that the settings name, or the built-in one.
   *
   * @throws StartException when it cannot be read or says what Hazelcast does not know
   */
  static Config read(ClusterSettings settings) {
    try (InputStream yaml = open(settings.config())) {
      return new YamlConfigBuilder(yaml).setProperties(placeholders(settings)).build();
    } catch (IOException | InvalidConfigurationException e) {
      throw new StartException(
          ExitCode.INVALID_SETTINGS,
          "The Hazelcast configuration "
              + Optional.ofNullable(settings.config()).map(Path::toString).orElse(BUILT_IN)
              + " cannot be used: "
              + e.getMessage(),
          e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    return file == null
        ? ClusterConfig.class.getResourceAsStream(BUILT_IN)
        : Files.newInputStream(file);
  }

  private static Properties placeholders(ClusterSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("waggle.cluster.name", settings.name());
    properties.setProperty("waggle.cluster.host", settings.host());
    properties.setProperty("waggle.cluster.port", String.valueOf(settings.port()));
    properties.setProperty("waggle.cluster.port-count", String.valueOf(settings.portCount()));
    properties.setProperty("waggle.cluster.members", members(settings));
    return properties;
  }

  private static String members(ClusterSettings settings) {
    return settings.members().isEmpty() ? settings.host() : String.join(",", settings.members());
  }
}
