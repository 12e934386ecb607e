package dev.waggle.gateway.dialect;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionStatus;
import java.util.Locale;

/** The six words of the QR Code Usage Guide for the state of a device. */
enum DeviceStatus {
  /** A browser is being started, or waits for a node with room. */
  STARTING,
  /**
   * The page has loaded and shows no QR (yet), or the phone has scanned and the page is syncing.
   */
  CONNECTING,
  WAITING_FOR_SCAN,
  /** Said by a live owner alone, whose page says so. */
  CONNECTED,
  RECONNECTING,
  /** Stopped, unlinked, refused or failed: nothing happens until somebody acts. */
  DISCONNECTED;

  /** What the owner says. */
  static DeviceStatus now(LiveSession live) {
    return of(live.info().status(), live.pageLoaded(), live.qr() != null);
  }

  /** What the registry says when no owner answers: nobody can tell whether it is connected. */
  static DeviceStatus unconfirmed(SessionInfo info) {
    if (info.status() == SessionStatus.WORKING) {
      return RECONNECTING;
    }
    boolean waitsForRoom =
        info.status() == SessionStatus.STOPPED && info.wanted() == Wanted.RUNNING;
    return waitsForRoom ? STARTING : of(info.status(), false, false);
  }

  private static DeviceStatus of(SessionStatus status, boolean pageLoaded, boolean qrOnShow) {
    return switch (status) {
      case STARTING -> pageLoaded ? CONNECTING : STARTING;
      case SCAN_QR_CODE -> qrOnShow ? WAITING_FOR_SCAN : CONNECTING;
      case AUTHENTICATED -> CONNECTING;
      case WORKING -> CONNECTED;
      case RECONNECTING -> RECONNECTING;
      case STOPPED,
          FAILED,
          LOGGED_OUT,
          PASSKEY_REQUIRED,
          CONFLICT,
          TERMS_BLOCKED,
          PROXY_BLOCKED,
          DEPRECATED_VERSION ->
          DISCONNECTED;
    };
  }

  /** The word in JSON: {@code waiting_for_scan}. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
