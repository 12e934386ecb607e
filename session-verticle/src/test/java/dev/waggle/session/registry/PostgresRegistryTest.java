package dev.waggle.session.registry;

import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.support.PostgresCluster;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** On a real PostgreSQL, where its binaries are installed. */
class PostgresRegistryTest extends RegistryBehaviour {

  private static PostgresCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> binaries = PostgresCluster.installed();
    Assumptions.assumeTrue(
        binaries.isPresent(), "No PostgreSQL under /usr/lib/postgresql; apt install postgresql");
    cluster = PostgresCluster.start(binaries.orElseThrow());
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Override
  DatabaseSettings emptyDatabase() throws Exception {
    return cluster.emptied();
  }
}
