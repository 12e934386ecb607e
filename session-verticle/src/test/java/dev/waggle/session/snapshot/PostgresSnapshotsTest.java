package dev.waggle.session.snapshot;

import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.support.InstalledPostgres;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a real PostgreSQL, where its binaries are installed. */
class PostgresSnapshotsTest extends DatabaseSnapshots {

  @RegisterExtension static final InstalledPostgres POSTGRES = new InstalledPostgres();

  @Override
  DatabaseSettings emptyDatabase() throws Exception {
    return POSTGRES.emptied();
  }
}
