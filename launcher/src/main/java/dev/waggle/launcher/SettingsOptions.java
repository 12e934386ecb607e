package dev.waggle.launcher;

import dev.waggle.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that set something; each stands for a key of {@code waggle.yaml}. */
final class SettingsOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:WAGGLE_CONFIG}",
      description =
          "Settings to read, also WAGGLE_CONFIG in the environment; conf/waggle.yaml explains"
              + " every key.")
  Path config;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "gateway, session or both (default).")
  String role;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where the gateway listens; 0 for any free port.")
  String port;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description =
          "What callers show as X-Api-Key. Other users of this machine can read command lines;"
              + " WAGGLE_GATEWAY_API_KEY in the environment is more discreet.")
  String apiKey;

  @Option(names = "--data", paramLabel = "DIR", description = "Profiles, driver and database.")
  String data;

  @Option(
      names = "--cluster-port",
      paramLabel = "PORT",
      description = "First port to try for the cluster; joins the cluster.")
  String clusterPort;

  @Option(
      names = "--join",
      paramLabel = "HOST:PORT",
      split = ",",
      description = "Other nodes of the cluster; may be repeated.")
  List<String> join = List.of();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any key, for example --set session.linking.qr-max-attempts=3.")
  Map<String, String> others = new LinkedHashMap<>();

  /**
   * The settings of file, environment and options.
   *
   * @throws dev.waggle.settings.InvalidSettingsException naming everything that is wrong
   */
  WaggleSettings read(Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(environment);
    DocumentNames.addTo(reader);
    if (hasConfig()) {
      reader.file(config);
    }
    option(reader, "role", role, "--role");
    option(reader, "gateway.port", port, "--port");
    option(reader, "gateway.api-key", apiKey, "--api-key");
    option(reader, "session.data", data, "--data");
    option(reader, "cluster.port", clusterPort, "--cluster-port");
    option(reader, "cluster.members", String.join(",", join), "--join");
    if (clusterPort != null || !join.isEmpty()) {
      reader.option("cluster.enabled", "on", "--join");
    }
    others.forEach((key, value) -> reader.option(key, value, "--set"));
    return reader.read(WaggleSettings.DEFAULT.withHazelcastFile(hazelcastFile()));
  }

  /** The one beside the settings, so that a folder of configuration is complete in itself. */
  private Path hazelcastFile() {
    Path beside = hasConfig() ? config.resolveSibling("hazelcast.yaml") : null;
    return beside != null && Files.exists(beside) ? beside : null;
  }

  /** A name that is empty asks for no file, whatever the environment says. */
  private boolean hasConfig() {
    return config != null && !config.toString().isEmpty();
  }

  private static void option(SettingsReader reader, String key, String value, String option) {
    if (value != null && !value.isEmpty()) {
      reader.option(key, value, option);
    }
  }
}
