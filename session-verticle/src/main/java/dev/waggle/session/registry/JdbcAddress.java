package dev.waggle.session.registry;

import dev.waggle.session.settings.DatabaseSettings;
import java.nio.file.Path;

/** Where the database is. */
final class JdbcAddress {

  private static final String BIND_PROPERTY = "h2.bindAddress";

  private JdbcAddress() {}

  /**
   * The configured address, or else the H2 file in the data folder. The first JVM that opens the
   * file serves it to the others of the machine, on loopback only; when that JVM ends, the next one
   * that needs a connection opens the file and serves it.
   */
  static String of(DatabaseSettings settings, Path data) {
    if (!settings.url().isEmpty()) {
      return settings.url();
    }
    serveOnLoopbackOnly();
    return "jdbc:h2:file:"
        + data.toAbsolutePath().normalize().resolve("waggle")
        + ";AUTO_SERVER=TRUE";
  }

  /** H2 reads this once, when its first class is loaded, and binds to every address otherwise. */
  private static void serveOnLoopbackOnly() {
    if (System.getProperty(BIND_PROPERTY) == null) {
      System.setProperty(BIND_PROPERTY, "127.0.0.1");
    }
  }
}
