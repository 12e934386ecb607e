package dev.waggle.session.registry;

import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.support.InstalledPostgres;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a real PostgreSQL, where its binaries are installed. */
class PostgresRegistryTest extends RegistryBehaviour {

  @RegisterExtension static final InstalledPostgres POSTGRES = new InstalledPostgres();

  @Override
  DatabaseSettings emptyDatabase() throws Exception {
    return POSTGRES.emptied();
  }
}
