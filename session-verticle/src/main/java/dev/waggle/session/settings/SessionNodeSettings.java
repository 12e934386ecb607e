package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.nio.file.Path;

/**
 * Everything that a session node can be told.
 *
 * @param data the folder that holds profiles, the unpacked driver and, by default, the database
 * @param maxSessions how many sessions this node takes; a start beyond it goes elsewhere
 * @param minFreeMemory bytes that the machine must still have for one more session
 */
public record SessionNodeSettings(
    Path data,
    int maxSessions,
    long minFreeMemory,
    WhatsAppSettings whatsapp,
    BrowserSettings browser,
    LinkingSettings linking,
    RecoverySettings recovery,
    SnapshotSettings snapshots,
    LeaseSettings lease,
    DrainSettings drain,
    DatabaseSettings database) {

  /** The settings of a single node on the real WhatsApp Web. */
  public static final SessionNodeSettings DEFAULT =
      new SessionNodeSettings(
          Path.of("data"),
          50,
          300L << 20,
          WhatsAppSettings.DEFAULT,
          BrowserSettings.DEFAULT,
          LinkingSettings.DEFAULT,
          RecoverySettings.DEFAULT,
          SnapshotSettings.DEFAULT,
          LeaseSettings.DEFAULT,
          DrainSettings.DEFAULT,
          DatabaseSettings.DEFAULT);

  public SessionNodeSettings {
    new Problems()
        .range("maxSessions", maxSessions, 1, 10_000)
        .range("minFreeMemory", minFreeMemory, 0, 1L << 40)
        .throwIfAny();
  }
}
