package dev.waggle.session.support;

import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.settings.DrainSettings;
import dev.waggle.session.settings.LeaseSettings;
import dev.waggle.session.settings.LinkingSettings;
import dev.waggle.session.settings.RecoverySettings;
import dev.waggle.session.settings.RecoverySettings.OnConflict;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.settings.SnapshotSettings;
import dev.waggle.session.settings.WhatsAppSettings;
import java.nio.file.Path;
import java.time.Duration;

/** Settings under which nothing takes long, and deadlines come only where a test shortens them. */
public final class FastSettings {

  private static final Duration PATIENT = Duration.ofSeconds(60);

  public static final LinkingSettings LINKING =
      new LinkingSettings(3, PATIENT, PATIENT, PATIENT, PATIENT);

  public static final RecoverySettings RECOVERY =
      new RecoverySettings(
          2,
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          PATIENT,
          PATIENT,
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          PATIENT,
          OnConflict.TAKE_OVER);

  public static final LeaseSettings LEASE =
      new LeaseSettings(Duration.ofSeconds(4), Duration.ofMillis(200), Duration.ofMillis(200));

  /** A node that looks for orphans once in a minute, unless it has a reason. */
  public static final LeaseSettings LEASE_WITH_FEW_LOOKS =
      new LeaseSettings(LEASE.duration(), LEASE.renewal(), Duration.ofMinutes(1));

  private FastSettings() {}

  public static SessionNodeSettings in(Path data) {
    return new SessionNodeSettings(
        data,
        10,
        0,
        WhatsAppSettings.DEFAULT,
        BrowserSettings.DEFAULT,
        LINKING,
        RECOVERY,
        SnapshotSettings.DEFAULT,
        LEASE,
        DrainSettings.DEFAULT,
        DatabaseSettings.DEFAULT);
  }

  /** As {@link #RECOVERY}, where whoever has to wait before a new browser waits so long. */
  public static RecoverySettings waiting(Duration delay) {
    return new RecoverySettings(
        RECOVERY.maxAttempts(),
        delay,
        delay,
        PATIENT,
        PATIENT,
        RECOVERY.probeInterval(),
        RECOVERY.quietTime(),
        RECOVERY.quietWithin(),
        OnConflict.TAKE_OVER);
  }

  /** As {@link #RECOVERY} with more attempts, and a page that is asked so often. */
  public static RecoverySettings probing(Duration interval) {
    return new RecoverySettings(
        RecoverySettings.DEFAULT.maxAttempts(),
        RECOVERY.firstDelay(),
        RECOVERY.maxDelay(),
        PATIENT,
        PATIENT,
        interval,
        RECOVERY.quietTime(),
        RECOVERY.quietWithin(),
        OnConflict.TAKE_OVER);
  }

  /**
   * As {@link #RECOVERY} with fewer browsers, and other limits for coming back and being offline.
   */
  public static RecoverySettings recovery(int browsers, Duration restore, Duration offline) {
    return new RecoverySettings(
        browsers,
        RECOVERY.firstDelay(),
        RECOVERY.maxDelay(),
        restore,
        offline,
        PATIENT,
        RECOVERY.quietTime(),
        RECOVERY.quietWithin(),
        OnConflict.TAKE_OVER);
  }

  /** As {@link #RECOVERY}, where a device that is open elsewhere is left there. */
  public static RecoverySettings stoppingOnConflict() {
    return new RecoverySettings(
        RECOVERY.maxAttempts(),
        RECOVERY.firstDelay(),
        RECOVERY.maxDelay(),
        PATIENT,
        PATIENT,
        RECOVERY.probeInterval(),
        RECOVERY.quietTime(),
        RECOVERY.quietWithin(),
        OnConflict.STOP);
  }

  /** As {@link #RECOVERY}, where no moment need be quiet for long. */
  public static RecoverySettings quietWithin(Duration within) {
    return new RecoverySettings(
        RECOVERY.maxAttempts(),
        RECOVERY.firstDelay(),
        RECOVERY.maxDelay(),
        PATIENT,
        PATIENT,
        RECOVERY.probeInterval(),
        PATIENT,
        within,
        OnConflict.TAKE_OVER);
  }

  public static SessionNodeSettings with(SessionNodeSettings base, LinkingSettings linking) {
    return new SessionNodeSettings(
        base.data(),
        base.maxSessions(),
        base.minFreeMemory(),
        base.whatsapp(),
        base.browser(),
        linking,
        base.recovery(),
        base.snapshots(),
        base.lease(),
        base.drain(),
        base.database());
  }

  public static SessionNodeSettings with(SessionNodeSettings base, RecoverySettings recovery) {
    return new SessionNodeSettings(
        base.data(),
        base.maxSessions(),
        base.minFreeMemory(),
        base.whatsapp(),
        base.browser(),
        base.linking(),
        recovery,
        base.snapshots(),
        base.lease(),
        base.drain(),
        base.database());
  }
}
