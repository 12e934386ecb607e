package dev.waggle.session.snapshot;

/** In a folder that all nodes mount. */
class DirectorySnapshotsTest extends SnapshotsBehaviour {

  @Override
  Vault emptyVault() {
    return new DirectoryVault(vertx, folder.resolve("vault"), 5_000);
  }
}
