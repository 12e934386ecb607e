package dev.waggle.demo;

import dev.waggle.launcher.WaggleSettings;
import dev.waggle.settings.SettingsReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** From the demo's options to the settings of its nodes. */
final class DemoSettings {

  private final Map<String, String> shared = new LinkedHashMap<>();
  private final DemoOptions options;
  private final String apiKey;

  /**
   * Settings of one demo.
   *
   * @param standIn the stand-in's address
   */
  DemoSettings(DemoOptions options, String apiKey, String standIn) {
    this.options = options;
    this.apiKey = apiKey;
    shared.put("session.data", options.data.toString());
    shared.put("session.whatsapp.url", standIn + "/");
    shared.put("cluster.enabled", options.isClustered() ? "on" : "off");
    // Two demos on one machine must not become one.
    shared.put("cluster.name", "waggle-demo-" + ProcessHandle.current().pid());
    shared.put("management.port", "0");
  }

  /** What this JVM runs: everything, or the gateway of a cluster. */
  WaggleSettings ofThisNode(Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(environment);
    shared.forEach((key, value) -> reader.option(key, value, key));
    return reader
        .option("role", options.isClustered() ? "gateway" : "both", "--nodes")
        .option("gateway.host", "127.0.0.1", "gateway.host")
        .option("gateway.port", String.valueOf(options.port), "--port")
        .option("gateway.api-key", apiKey, "--api-key")
        .read(WaggleSettings.DEFAULT);
  }

  /** What every further session node is told, key by key. */
  Map<String, String> ofSessionNodes() {
    Map<String, String> keys = new LinkedHashMap<>(shared);
    keys.put("role", "session");
    return keys;
  }
}
