package dev.waggle.session.lifecycle;

import dev.waggle.contract.SessionStatus;

/** Where a session is while a node owns it. Each state offers only the moves that are legal. */
public sealed interface SessionState {

  /** The contract's word for it. */
  SessionStatus status();

  /** A state in which a browser runs or is about to. Every such state may end. */
  sealed interface Running extends SessionState {

    /** Ends for good: a start makes a new lifecycle. */
    default Ended ended(SessionStatus how) {
      return new Ended(how);
    }

    /** Ends for this owner only. */
    default HandedOver handedOver() {
      return new HandedOver();
    }

    /** The profile is cleared, and everything begins again. */
    default Starting afresh() {
      return new Starting(0);
    }

    /** The browser is gone or useless, and a new one is tried. */
    Running withNewBrowser(int attempt);
  }

  /** A running state in which the page has not said yet what it shows. */
  sealed interface Opening extends Running {

    default Scanning scanning() {
      return new Scanning();
    }

    default Working working() {
      return new Working();
    }
  }

  /**
   * The first browser of this owner is being opened.
   *
   * @param attempt 0, or how often a new browser was tried
   */
  record Starting(int attempt) implements Opening {
    @Override
    public SessionStatus status() {
      return SessionStatus.STARTING;
    }

    Authenticated authenticated() {
      return new Authenticated();
    }

    @Override
    public Starting withNewBrowser(int next) {
      return new Starting(next);
    }
  }

  /** The page shows a QR. */
  record Scanning() implements Running {
    @Override
    public SessionStatus status() {
      return SessionStatus.SCAN_QR_CODE;
    }

    Authenticated authenticated() {
      return new Authenticated();
    }

    @Override
    public Reopening withNewBrowser(int attempt) {
      return new Reopening(attempt);
    }
  }

  /** The phone has accepted the device, or a restored one is known; the page is syncing. */
  record Authenticated() implements Running {
    @Override
    public SessionStatus status() {
      return SessionStatus.AUTHENTICATED;
    }

    Scanning scanning() {
      return new Scanning();
    }

    Working working() {
      return new Working();
    }

    @Override
    public Reopening withNewBrowser(int attempt) {
      return new Reopening(attempt);
    }
  }

  /** Messages can be sent. */
  record Working() implements Running {
    @Override
    public SessionStatus status() {
      return SessionStatus.WORKING;
    }

    Offline offline() {
      return new Offline();
    }

    @Override
    public Reopening withNewBrowser(int attempt) {
      return new Reopening(attempt);
    }
  }

  /** The page is there and has lost its connection. */
  record Offline() implements Running {
    @Override
    public SessionStatus status() {
      return SessionStatus.RECONNECTING;
    }

    Working working() {
      return new Working();
    }

    @Override
    public Reopening withNewBrowser(int attempt) {
      return new Reopening(attempt);
    }
  }

  /**
   * The browser was lost and another one is being opened.
   *
   * @param attempt 1 for the first new browser since the session last worked; 0 for the first one
   *     of an owner that goes on with what another one had
   */
  record Reopening(int attempt) implements Opening {
    @Override
    public SessionStatus status() {
      return SessionStatus.RECONNECTING;
    }

    @Override
    public Reopening withNewBrowser(int next) {
      return new Reopening(next);
    }
  }

  /** Over for this owner: its browser is being closed, and another node goes on. */
  record HandedOver() implements SessionState {
    @Override
    public SessionStatus status() {
      return SessionStatus.RECONNECTING;
    }
  }

  /**
   * Over. No browser runs, or the last one is being closed.
   *
   * @param status not a running one
   */
  record Ended(SessionStatus status) implements SessionState {
    public Ended {
      if (status.isRunning()) {
        throw new IllegalArgumentException("A session does not end as " + status);
      }
    }
  }
}
