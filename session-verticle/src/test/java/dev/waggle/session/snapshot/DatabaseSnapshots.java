package dev.waggle.session.snapshot;

import static dev.waggle.session.support.Futures.await;

import dev.waggle.session.registry.Database;
import dev.waggle.session.registry.DatabaseVault;
import dev.waggle.session.settings.DatabaseSettings;

/** In the registry's database. */
abstract class DatabaseSnapshots extends SnapshotsBehaviour {

  private Database database;

  abstract DatabaseSettings emptyDatabase() throws Exception;

  @Override
  Vault emptyVault() throws Exception {
    database = await(Database.open(vertx, emptyDatabase(), folder));
    return new DatabaseVault(database);
  }

  @Override
  void closeVault() {
    await(database.close());
  }
}
