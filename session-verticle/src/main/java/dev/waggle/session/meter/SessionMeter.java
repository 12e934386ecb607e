package dev.waggle.session.meter;

import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import java.time.Duration;
import java.time.Instant;

/**
 * One session's part in the meters, from its claim to its end on this node. For the session's
 * thread.
 */
public final class SessionMeter {

  private final SessionMeters meters;
  private final SessionInfo claimed;
  private final Duration lease;
  private final long beginNanos = System.nanoTime();

  private SessionStatus status;
  private boolean hasWorked;
  private boolean hasShownQr;
  private boolean over;

  SessionMeter(SessionMeters meters, SessionInfo claimed, Duration lease) {
    this.meters = meters;
    this.claimed = claimed;
    this.lease = lease;
  }

  /** What it is now; the same again changes nothing, nor does what is said when it is over. */
  public void is(SessionStatus now) {
    if (over) {
      return;
    }
    meters.count(status, -1);
    meters.count(now, 1);
    status = now;
    if (now == SessionStatus.WORKING && !hasWorked) {
      hasWorked = true;
      endOutage();
    } else if (now == SessionStatus.SCAN_QR_CODE && !hasShownQr) {
      hasShownQr = true;
      meters.firstQr(Duration.ofNanos(System.nanoTime() - beginNanos));
    }
  }

  /** It has left one status for another, or for a new beginning of the same. */
  public void moved(SessionStatus from, SessionStatus to, StatusCause cause) {
    meters.moved(from, to, cause);
  }

  /** This node owns it no more. May be repeated. */
  public void over() {
    meters.count(status, -1);
    status = null;
    over = true;
  }

  /** The database's clock tells when it began, this node's when it ends. */
  private void endOutage() {
    if (claimed.status() != SessionStatus.RECONNECTING) {
      return;
    }
    Duration outage = Duration.between(claimed.statusSince(), Instant.now());
    if (claimed.cause() == StatusCause.HANDED_OVER) {
      meters.handedOver(outage.isNegative() ? Duration.ZERO : outage);
    } else if (claimed.cause() == StatusCause.NODE_GONE) {
      // It was last renewed the length of a lease before that ran out.
      meters.failedOver(outage.plus(lease));
    }
  }
}
