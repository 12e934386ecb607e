package dev.waggle.session.registry;

import java.nio.file.Path;
import java.time.Duration;

/**
 * JDBC addresses of the embedded database.
 *
 * @param folder where the file is
 * @param timeout after which an answer of another JVM is not waited for any longer
 */
record H2File(Path folder, Duration timeout) {

  private static final String NAME = "waggle";

  /** The operating system's lock goes with the process; H2's own would be believed for seconds. */
  private static final String LOCKED_BY_THE_SYSTEM = ";FILE_LOCK=FS";

  /**
   * By default H2 writes half a second later, so a kill could take a claim back that was granted.
   */
  private static final String WRITTEN_AT_COMMIT = ";WRITE_DELAY=0";

  /** Sessions are given up on the way out, so the database must not be gone before. */
  private static final String CLOSED_BY_US = ";DB_CLOSE_ON_EXIT=FALSE";

  /** In the JVM that has the file open. */
  String direct() {
    return "jdbc:h2:file:"
        + folder.resolve(NAME)
        + LOCKED_BY_THE_SYSTEM
        + WRITTEN_AT_COMMIT
        + CLOSED_BY_US;
  }

  /** In every other JVM of the machine. */
  String served(int port) {
    return "jdbc:h2:tcp://127.0.0.1:"
        + port
        + "/"
        + folder.resolve(NAME)
        + ";NETWORK_TIMEOUT="
        + timeout.toMillis();
  }
}
