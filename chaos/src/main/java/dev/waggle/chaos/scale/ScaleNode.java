package dev.waggle.chaos.scale;

import dev.waggle.launcher.Failure;
import dev.waggle.launcher.Lifetime;
import dev.waggle.launcher.WaggleNode;
import dev.waggle.launcher.WaggleSettings;
import dev.waggle.settings.SettingsReader;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.Map;

/** A session node on pages in memory, in a JVM of its own. It ends when its standard input does. */
final class ScaleNode {

  private ScaleNode() {}

  /** Every argument is a setting, {@code key=value}. */
  public static void main(String[] settings) throws IOException {
    SettingsReader reader = new SettingsReader(Map.of());
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      reader.option(setting.substring(0, equals), setting.substring(equals + 1), setting);
    }
    try {
      WaggleNode.start(
          reader.read(WaggleSettings.DEFAULT),
          Lifetime.ofProcess(),
          (vertx, session) -> Future.succeededFuture(new MemoryPages()));
    } catch (RuntimeException e) {
      System.err.println(Failure.of(e).text());
      System.exit(Failure.of(e).exitCode().number());
    }
    System.out.println("ready:");
    while (System.in.read() >= 0) {
      // Nothing is said to it.
    }
    System.exit(0);
  }
}
