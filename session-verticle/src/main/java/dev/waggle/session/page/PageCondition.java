package dev.waggle.session.page;

/**
 * A page's answer to the probe (whatsapp-web facts §4 and §8).
 *
 * @param authenticated whether the page holds an identity that it believes in
 * @param mode Stream.mode: QR, SYNCING, MAIN, CONFLICT, …; empty when the page has none yet
 * @param info Stream.info: NORMAL, CONNECTING, …; empty when the page has none yet
 * @param state Socket.state: CONNECTED, OPENING, UNPAIRED, …; empty when the page has none yet
 */
public record PageCondition(boolean authenticated, String mode, String info, String state) {

  /** Whether messages can be sent: stream mode MAIN, authenticated, and the socket connected. */
  public boolean isReady() {
    return authenticated && mode.equals("MAIN") && state.equals("CONNECTED");
  }
}
