package dev.waggle.session.lifecycle;

import dev.waggle.contract.StatusCause;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.SessionNodeSettings;
import java.time.Duration;
import java.util.function.Consumer;

/** How long a page may take for what is expected of it; then its browser is given up. */
final class Limits {

  private final Deadline deadline;
  private final SessionNodeSettings settings;
  private final Consumer<Reason> giveUp;

  Limits(Deadline deadline, SessionNodeSettings settings, Consumer<Reason> giveUp) {
    this.deadline = deadline;
    this.settings = settings;
    this.giveUp = giveUp;
  }

  void comeBack() {
    set(
        settings.recovery().restoreTimeout(),
        StatusCause.CONNECTION_LOST,
        "The linked device did not come back in time.");
  }

  void showAQr() {
    set(settings.linking().firstQrTimeout(), StatusCause.QR_TIMEOUT, "No QR appeared in time.");
  }

  /** What a device has to load that was linked before is less. */
  void sync(boolean linkedBefore) {
    set(
        linkedBefore ? settings.recovery().restoreTimeout() : settings.linking().scanTimeout(),
        StatusCause.SCAN_TIMEOUT,
        "The page did not finish syncing in time.");
  }

  void findConnection() {
    set(
        settings.recovery().offlineTimeout(),
        StatusCause.CONNECTION_LOST,
        "The page did not find its connection again in time.");
  }

  private void set(Duration allowed, StatusCause cause, String reason) {
    deadline.set(allowed, () -> giveUp.accept(new Reason(cause, reason)));
  }
}
