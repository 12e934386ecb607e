package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.nio.file.Path;

/**
 * Everything that a session node can be told.
 *
 * @param data the folder that holds profiles, the unpacked driver and, by default, the database
 * @param maxSessions how many sessions this node takes; a start beyond it goes elsewhere
 */
public record SessionNodeSettings(
    Path data,
    int maxSessions,
    WhatsAppSettings whatsapp,
    BrowserSettings browser,
    LinkingSettings linking,
    RecoverySettings recovery,
    SnapshotSettings snapshots,
    LeaseSettings lease,
    DatabaseSettings database) {

  /** The settings of a single node on the real WhatsApp Web. */
  public static final SessionNodeSettings DEFAULT =
      new SessionNodeSettings(
          Path.of("data"),
          50,
          WhatsAppSettings.DEFAULT,
          BrowserSettings.DEFAULT,
          LinkingSettings.DEFAULT,
          RecoverySettings.DEFAULT,
          SnapshotSettings.DEFAULT,
          LeaseSettings.DEFAULT,
          DatabaseSettings.DEFAULT);

  public SessionNodeSettings {
    new Problems().range("maxSessions", maxSessions, 1, 10_000).throwIfAny();
  }
}
