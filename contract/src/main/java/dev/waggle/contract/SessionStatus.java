package dev.waggle.contract;

/** Where a session is in its life, spelled as on the wire; the first words are WAHA's. */
public enum SessionStatus {
  /** No browser runs, and none is wanted. */
  STOPPED,
  /** A browser is being started, or the page has not said yet whether the device is linked. */
  STARTING,
  /** The page shows a QR (or a pairing code) and waits for the phone. */
  SCAN_QR_CODE,
  /** The phone has accepted the device; the page is syncing. */
  AUTHENTICATED,
  /** Linked, synced and connected: messages can be sent. */
  WORKING,
  /** Was linked and lost its connection or its browser; coming back by itself. */
  RECONNECTING,
  /** Gave up; the reason says why. A start begins afresh. */
  FAILED,
  /** The device was unlinked, by us or on the phone. A start shows a new QR. */
  LOGGED_OUT,
  /** The account insists on a passkey to link a device, which a QR cannot satisfy. */
  PASSKEY_REQUIRED,
  /** WhatsApp says that the device is open elsewhere. */
  CONFLICT,
  /** WhatsApp wants its terms accepted on the phone first, or has blocked the account. */
  TERMS_BLOCKED,
  /** WhatsApp refuses connections from this network address. */
  PROXY_BLOCKED,
  /** WhatsApp no longer accepts this version of its page. */
  DEPRECATED_VERSION;

  /** Whether the session owns a browser, or is about to. */
  public boolean isRunning() {
    return switch (this) {
      case STARTING, SCAN_QR_CODE, AUTHENTICATED, WORKING, RECONNECTING -> true;
      case STOPPED,
          FAILED,
          LOGGED_OUT,
          PASSKEY_REQUIRED,
          CONFLICT,
          TERMS_BLOCKED,
          PROXY_BLOCKED,
          DEPRECATED_VERSION ->
          false;
    };
  }
}
