package dev.waggle.chaos.cluster;

import dev.waggle.chaos.process.DatabaseServer;
import dev.waggle.chaos.process.PostgresServer;
import dev.waggle.chaos.process.SharedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;

/** What keeps the leases of a cluster. */
public enum DatabaseKind {
  /** In this JVM. */
  H2,
  /** A server of its own, from the binaries that the system has. */
  POSTGRESQL;

  /**
   * Starts one.
   *
   * @param folder of the run
   * @param address that nodes find it at
   */
  SharedDatabase start(Path folder, String address) throws SQLException {
    return this == H2 ? DatabaseServer.start(folder, address) : PostgresServer.start(address);
  }
}
