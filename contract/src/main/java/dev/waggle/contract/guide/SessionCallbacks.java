package dev.waggle.contract.guide;

/**
 * Who wants to be told of a session, in the Integration Guide's style. Called one after another on
 * one Vert.x context, so implementations must not block; what they throw goes to that context's
 * exception handler, and the next call comes all the same.
 */
public interface SessionCallbacks {

  /** A QR is on show: every new one, and at the beginning the one that is on show already. */
  default void onQRCode(QrData qrData) {}

  /** The session came to a status; at the beginning, the status that it is in. */
  default void onStatusChange(StatusData statusData) {}
}
