package dev.waggle.session.registry;

import dev.waggle.session.settings.DatabaseSettings;

/** On the embedded default: an H2 file in the test's own folder. */
class H2RegistryTest extends RegistryBehaviour {

  @Override
  DatabaseSettings emptyDatabase() {
    return DatabaseSettings.DEFAULT;
  }
}
