package dev.waggle.contract;

import java.util.Locale;

/**
 * The events that services around whatsapp-web.js listen to, each at {@link Addresses#whatsApp}. On
 * the wire a JSON object with {@code session}, {@code generation} and {@code timestamp} (ISO-8601)
 * beside what each kind names here.
 */
public enum WhatsAppEvent {
  /** {@code qr}, its text; {@code attempt} and {@code expiresAt}. */
  QR,
  /** {@code info}, the account: {@code wid} and {@code pushname}. */
  READY,
  /** Nothing more; comes before {@link #READY}, for a link that is restored too. */
  AUTHENTICATED,
  /** {@code message}: why linking has failed. */
  AUTH_FAILURE,
  /** {@code reason}, a word such as LOGOUT, and {@code message}, a sentence. */
  DISCONNECTED,
  /** {@code message}, that the account wrote, here or on another device. */
  MESSAGE_SENT,
  /** {@code message}, that somebody wrote to the account. */
  MESSAGE_CREATE,
  /** Nothing more: somebody has asked for the session to stop. */
  MANUAL_DISCONNECT,
  /** Nothing more: somebody has asked for a new browser. */
  MANUAL_RECONNECT;

  /** The last part of the address: {@code auth_failure}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
