package dev.waggle.session.lifecycle;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.lifecycle.SessionState.Authenticated;
import dev.waggle.session.lifecycle.SessionState.Offline;
import dev.waggle.session.lifecycle.SessionState.Opening;
import dev.waggle.session.lifecycle.SessionState.Reopening;
import dev.waggle.session.lifecycle.SessionState.Running;
import dev.waggle.session.lifecycle.SessionState.Scanning;
import dev.waggle.session.lifecycle.SessionState.Starting;
import dev.waggle.session.lifecycle.SessionState.Working;
import dev.waggle.session.meter.SessionMeter;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.registry.SavedState;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the present state: the one place where it changes. Each move is logged, counted, written
 * down and published, with its reason. A move that the present state does not offer is not made,
 * and the caller is told so.
 */
final class StateKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(StateKeeper.class);

  private final Ownership ownership;
  private final StateFeed feed;
  private final Deadline deadline;
  private final SessionMeter meter;

  private SessionState state;
  private Account me;
  private Reason reason;
  private Instant since;
  private int moves;

  /**
   * A session whose first browser is to be opened.
   *
   * @param deadline of the present state; every move calls it off
   * @param claimed as the claim left it, with the account it was linked to before
   */
  StateKeeper(
      Ownership ownership,
      StateFeed feed,
      Deadline deadline,
      SessionMeter meter,
      SessionInfo claimed) {
    this.ownership = ownership;
    this.feed = feed;
    this.deadline = deadline;
    this.meter = meter;
    this.state = goesOn(claimed) ? new Reopening(0) : new Starting(0);
    this.me = claimed.me();
    this.reason = new Reason(claimed.cause(), claimed.reason());
    this.since = claimed.statusSince();
  }

  SessionState state() {
    return state;
  }

  SessionStatus status() {
    return state.status();
  }

  /** Why the session came to its present state. */
  Reason reason() {
    return reason;
  }

  /** When it came to its present state. */
  Instant since() {
    return since;
  }

  /** The linked account; null until it is known. */
  Account me() {
    return me;
  }

  /** Told with the next move. */
  void setMe(Account account) {
    me = account;
  }

  /** How many moves were made; whoever waits for something can see whether it still matters. */
  int moves() {
    return moves;
  }

  void begin() {
    report(null, state instanceof Reopening ? reason : Reason.of("Starting."));
  }

  boolean scanning() {
    if (state instanceof Opening opening) {
      return transition(opening.scanning(), Reason.of("Waiting for the phone to scan the QR."));
    }
    return state instanceof Authenticated authenticated
        && transition(
            authenticated.scanning(),
            new Reason(
                StatusCause.LINK_REFUSED,
                "The phone did not complete the link; here is a new QR."));
  }

  boolean authenticated(String reason) {
    if (state instanceof Starting starting) {
      return transition(starting.authenticated(), Reason.of(reason));
    }
    return state instanceof Scanning scanning
        && transition(scanning.authenticated(), Reason.of(reason));
  }

  boolean working() {
    if (state instanceof Opening opening) {
      return transition(opening.working(), Reason.of("Connected."));
    }
    if (state instanceof Authenticated authenticated) {
      return transition(authenticated.working(), Reason.of("Connected."));
    }
    return state instanceof Offline offline
        && transition(offline.working(), Reason.of("The connection is back."));
  }

  boolean offline(Reason reason) {
    return state instanceof Working working && transition(working.offline(), reason);
  }

  boolean newBrowser(int attempt, Reason reason) {
    return state instanceof Running running && transition(running.withNewBrowser(attempt), reason);
  }

  /** Begins again with the same account. */
  boolean again(Reason reason) {
    return state instanceof Running running && transition(running.afresh(), reason);
  }

  /** Begins again as a session that was never linked. */
  boolean afresh(Reason reason) {
    me = null;
    return again(reason);
  }

  /** Says something new of the state without leaving it. */
  void remark(Reason reason) {
    report(status(), reason);
  }

  boolean handedOver(Reason reason) {
    return state instanceof Running running && transition(running.handedOver(), reason);
  }

  boolean ended(SessionStatus how, Reason reason) {
    return state instanceof Running running && transition(running.ended(how), reason);
  }

  /** Nobody has to see a start where a linked session only changes its node. */
  private static boolean goesOn(SessionInfo claimed) {
    return claimed.status() == SessionStatus.RECONNECTING;
  }

  private boolean transition(SessionState next, Reason reason) {
    SessionStatus previous = state.status();
    deadline.clear();
    state = next;
    moves++;
    meter.moved(previous, next.status(), reason.cause());
    report(previous, reason);
    return true;
  }

  private void report(SessionStatus previous, Reason why) {
    reason = why;
    since = Instant.now();
    meter.is(status());
    LOG.info(
        "event=status session={} generation={} move={} from={} to={} cause={} reason=\"{}\"",
        ownership.session(),
        ownership.generation(),
        moves,
        previous,
        status(),
        reason.cause(),
        reason.text());
    feed.tell(
        new SavedState(status(), reason, me),
        new StatusChanged(status(), previous, reason.text(), reason.cause(), me));
  }
}
