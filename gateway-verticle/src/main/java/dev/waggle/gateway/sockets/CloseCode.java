package dev.waggle.gateway.sockets;

/** The codes with which plain WebSockets are closed; SockJS has 3000 for every close. */
final class CloseCode {

  /** The session that was watched is complete. */
  static final int DONE = 1000;

  static final int NO_KEY = 4401;
  static final int TOO_SLOW = 4408;
  static final int TOO_MANY = 4429;

  private CloseCode() {}
}
