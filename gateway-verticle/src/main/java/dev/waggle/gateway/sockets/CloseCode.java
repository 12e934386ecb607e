package dev.waggle.gateway.sockets;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
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

  /** The code with which somebody is turned away. */
  static int of(WaggleException refusal) {
    return refusal.code() == ErrorCode.TOO_MANY_REQUESTS ? TRY_AGAIN_LATER : NO_KEY;
  }
}
