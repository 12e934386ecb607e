package dev.waggle.session.lifecycle;

import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.registry.Reason;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What is done about a profile that is found damaged: its last snapshot is taken; if there is none,
 * or it is no better, the profile is cleared; what is damaged once more ends the session.
 */
final class DamagedProfile {

  /** What moves the state. */
  interface Host {

    /** Goes on with the last snapshot of the profile. */
    void restoreProfile(Reason reason);

    /** Begins without what the profile held, once it has been cleared. */
    void beginAfresh(Reason reason, Supplier<Future<Void>> clear, Duration delay);

    void end(SessionStatus how, Reason reason);
  }

  private final Host host;
  private final StateKeeper keeper;
  private final PageSlot slot;

  /** The profile was cleared, and nothing has come of that yet. */
  private boolean cleared;

  /** The last snapshot was taken, and nothing has come of that yet. */
  private boolean restored;

  /** The lock says it every time that a browser is opened under it. */
  private boolean mendingTold;

  DamagedProfile(Host host, StateKeeper keeper, PageSlot slot) {
    this.host = host;
    this.keeper = keeper;
    this.slot = slot;
  }

  /** What can be renewed without a loss has been. */
  void mended() {
    if (!mendingTold) {
      mendingTold = true;
      keeper.remark(damaged("The browser's settings in the profile were damaged and are renewed."));
    }
  }

  /** What the link is made of is damaged. */
  void found(String how) {
    if (slot.keepsSnapshots() && !restored && !cleared) {
      restored = true;
      host.restoreProfile(damaged(how + " The last snapshot of it is taken."));
    } else if (cleared) {
      host.end(
          SessionStatus.FAILED,
          damaged(how + " It was cleared just before; check the disk and the data folder."));
    } else {
      cleared = true;
      host.beginAfresh(
          damaged(how + " It is cleared; link the device again."),
          slot::setProfileAside,
          Duration.ZERO);
    }
  }

  /** The snapshot was good: the session works. */
  void isUndone() {
    restored = false;
  }

  /** The page works with the profile as it is, and asks for a phone. */
  void isOver() {
    cleared = false;
    restored = false;
  }

  private static Reason damaged(String how) {
    return new Reason(StatusCause.PROFILE_DAMAGED, how);
  }
}
