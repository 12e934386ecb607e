package dev.waggle.session.registry;

import dev.waggle.session.settings.DatabaseSettings;
import java.nio.file.Path;

/** Where the database is. */
final class JdbcAddress {

  private static final String BIND_PROPERTY = "h2.bindAddress";

  private static final String SHARED = ";AUTO_SERVER=TRUE";

  /**
   * By default H2 writes half a second later, so a kill could take a claim back that was granted.
   */
  private static final String WRITTEN_AT_COMMIT = ";WRITE_DELAY=0";

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
        + SHARED
        + WRITTEN_AT_COMMIT;
  }

  /** H2 reads this once, when its first class is loaded, and binds to every address otherwise. */
  private static void serveOnLoopbackOnly() {
    if (System.getProperty(BIND_PROPERTY) == null) {
      System.setProperty(BIND_PROPERTY, "127.0.0.1");
    }
  }
}
