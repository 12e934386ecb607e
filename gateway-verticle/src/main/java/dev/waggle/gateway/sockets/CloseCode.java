package dev.waggle.gateway.sockets;

import dev.waggle.gateway.access.OpenSockets;

/** The codes with which plain WebSockets are closed; SockJS has 3000 for every close. */
final class CloseCode {

  /** The session that was watched is complete. */
  static final int DONE = 1000;

  /** This gateway, or this key, has as many sockets as it may. */
  static final int TRY_AGAIN_LATER = OpenSockets.TRY_AGAIN_LATER;

  static final int NO_KEY = 4401;
  static final int TOO_SLOW = 4408;
  static final int TOO_MANY = 4429;

  private CloseCode() {}
}
