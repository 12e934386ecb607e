package dev.waggle.session.registry;

import dev.waggle.session.settings.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the registry does on every database that it supports; each test has an empty one. */
abstract class RegistryBehaviour
    implements SessionsBehaviour,
        ClaimsBehaviour,
        SuccessionBehaviour,
        NodesBehaviour,
        TurnsBehaviour,
        HistoryBehaviour,
        KeysBehaviour {

  @TempDir Path data;

  private RegistryUnderTest registry;

  /** Settings that lead to an empty database. */
  abstract DatabaseSettings emptyDatabase() throws Exception;

  @BeforeEach
  void open() throws Exception {
    registry = new RegistryUnderTest(emptyDatabase(), data);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Override
  public RegistryUnderTest registry() {
    return registry;
  }
}
