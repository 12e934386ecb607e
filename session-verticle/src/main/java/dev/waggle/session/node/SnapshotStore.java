package dev.waggle.session.node;

import dev.waggle.session.meter.SessionMeters;
import dev.waggle.session.registry.Database;
import dev.waggle.session.registry.DatabaseVault;
import dev.waggle.session.settings.SnapshotSettings;
import dev.waggle.session.snapshot.DirectoryVault;
import dev.waggle.session.snapshot.MeteredVault;
import dev.waggle.session.snapshot.Snapshots;
import dev.waggle.session.snapshot.Vault;
import io.vertx.core.Vertx;
import java.util.Optional;

/** Where this node keeps snapshots, as its settings say. */
final class SnapshotStore {

  /** For one call to the folder; a network file system that hangs must not hold a session up. */
  private static final long FOLDER_TIMEOUT_MS = 10_000;

  private SnapshotStore() {}

  /** Empty when profiles stay on their machine. */
  static Optional<Snapshots> open(
      Vertx vertx, SnapshotSettings settings, Database database, SessionMeters meters) {
    return settings.isOn()
        ? Optional.of(
            new Snapshots(
                vertx,
                new MeteredVault(vault(vertx, settings, database), meters),
                settings.key(),
                settings.previousKeys(),
                settings.kept()))
        : Optional.empty();
  }

  private static Vault vault(Vertx vertx, SnapshotSettings settings, Database database) {
    return switch (settings.store()) {
      case DATABASE -> new DatabaseVault(database);
      case DIRECTORY -> new DirectoryVault(vertx, settings.directory(), FOLDER_TIMEOUT_MS);
    };
  }
}
