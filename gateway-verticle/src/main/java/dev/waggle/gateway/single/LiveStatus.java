package dev.waggle.gateway.single;

import dev.waggle.contract.CachedStatus;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a session is, from whoever knew it.
 *
 * @param cause null when there is nothing to say
 * @param reason one sentence; may be null
 * @param shownQr the QR on show; null without one
 * @param recoveryAttempts how many new browsers were tried in a row since the session last worked
 * @param since when it came to the status; null when nobody knows
 */
public record LiveStatus(
    SessionStatus status,
    StatusCause cause,
    String reason,
    QrCode shownQr,
    int recoveryAttempts,
    Instant since) {

  /** Nobody has asked for the session yet. */
  static final LiveStatus NEVER_STARTED =
      new LiveStatus(SessionStatus.STOPPED, null, "The session was never started.", null, 0, null);

  /** The session should have an owner, which does not answer: it is certainly of no use now. */
  static final LiveStatus UNREACHABLE =
      new LiveStatus(
          SessionStatus.RECONNECTING,
          null,
          "The session's owner cannot be reached at the moment.",
          null,
          0,
          null);

  static LiveStatus of(LiveSession live) {
    SessionInfo info = live.info();
    return new LiveStatus(
        info.status(),
        info.cause(),
        info.reason(),
        live.qr(),
        live.recoveryAttempts(),
        info.statusSince());
  }

  /** A session that does not run. */
  static LiveStatus of(SessionInfo info) {
    return new LiveStatus(info.status(), info.cause(), info.reason(), null, 0, info.statusSince());
  }

  static LiveStatus of(CachedStatus cached, QrCode qr) {
    return new LiveStatus(
        cached.status(), null, cached.reason(), qr, cached.recoveryAttempts(), cached.since());
  }

  /** The QR that can be scanned now. */
  public Optional<QrCode> qr() {
    return Optional.ofNullable(shownQr).filter(qr -> qr.expiresAt().isAfter(Instant.now()));
  }

  /** Whether messages can be sent. */
  public boolean isWorking() {
    return status == SessionStatus.WORKING;
  }

  /** Whether the session is on its way there. */
  public boolean isConnecting() {
    return status.isRunning() && !isWorking();
  }
}
