package dev.waggle.session.support;

import dev.waggle.session.settings.DatabaseSettings;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL for a class of tests, which is passed over where none is installed. */
public final class InstalledPostgres implements BeforeAllCallback, AfterAllCallback {

  private PostgresCluster cluster;

  @Override
  public void beforeAll(ExtensionContext tests) throws Exception {
    Assumptions.assumeTrue(
        PostgresCluster.installed().isPresent(),
        "No PostgreSQL under /usr/lib/postgresql; apt install postgresql");
    cluster = PostgresCluster.start(PostgresCluster.installed().orElseThrow());
  }

  @Override
  public void afterAll(ExtensionContext tests) throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  /** See {@link PostgresCluster#emptied}. */
  public DatabaseSettings emptied() throws SQLException {
    return cluster.emptied();
  }
}
