package dev.waggle.gateway.dialect;

import dev.waggle.gateway.single.LiveStatus;

/** The admin document's six words for where a session is, each with a sentence: its one table. */
enum AdminStatus {
  DISCONNECTED("WhatsApp is disconnected."),
  CONNECTING("A browser is starting or coming back."),
  QR_READY("A QR code can be scanned: on the phone, Linked devices, Link a device."),
  AUTHENTICATED("The phone has accepted the device; the page is syncing."),
  READY("WhatsApp is connected; messages can be sent."),
  AUTH_FAILURE("Linking has failed; ask for a new QR code.");

  private final String sentence;

  AdminStatus(String sentence) {
    this.sentence = sentence;
  }

  static AdminStatus of(LiveStatus live) {
    return switch (live.status()) {
      case STARTING, RECONNECTING -> CONNECTING;
      case SCAN_QR_CODE -> QR_READY;
      case AUTHENTICATED -> AUTHENTICATED;
      case WORKING -> READY;
      case PASSKEY_REQUIRED -> AUTH_FAILURE;
      case FAILED ->
          live.cause() != null && live.cause().isLinkingFailure() ? AUTH_FAILURE : DISCONNECTED;
      case STOPPED, LOGGED_OUT, CONFLICT, TERMS_BLOCKED, PROXY_BLOCKED, DEPRECATED_VERSION ->
          DISCONNECTED;
    };
  }

  /** The sentence, with the reason where a person has to know it. */
  static String message(LiveStatus live) {
    AdminStatus status = of(live);
    return switch (status) {
      case READY, QR_READY, AUTHENTICATED -> status.sentence;
      case DISCONNECTED, CONNECTING, AUTH_FAILURE ->
          live.reason() == null ? status.sentence : status.sentence + " " + live.reason();
    };
  }
}
