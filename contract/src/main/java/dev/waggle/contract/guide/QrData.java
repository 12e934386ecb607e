package dev.waggle.contract.guide;

import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionName;

/**
 * A QR in the Integration Guide's form.
 *
 * @param base64 a PNG as a data URL
 * @param ascii the same for a terminal
 * @param attempts 1 for the first QR since the start
 * @param urlCode the text in the QR; never logged
 */
public record QrData(
    String base64, String ascii, int attempts, String urlCode, SessionName sessionName) {

  /** The guide's view of a QR. */
  public static QrData of(SessionName session, QrCode qr) {
    return new QrData(qr.base64(), qr.ascii(), qr.attempt(), qr.urlCode(), session);
  }

  @Override
  public String toString() {
    return "QrData[session=" + sessionName + ", attempts=" + attempts + "]";
  }
}
