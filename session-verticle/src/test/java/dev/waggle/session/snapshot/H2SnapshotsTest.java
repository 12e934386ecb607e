package dev.waggle.session.snapshot;

import dev.waggle.session.settings.DatabaseSettings;

/** In the embedded database. */
class H2SnapshotsTest extends DatabaseSnapshots {

  @Override
  DatabaseSettings emptyDatabase() {
    return DatabaseSettings.DEFAULT;
  }
}
