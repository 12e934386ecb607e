package dev.waggle.gateway.ws;

import dev.waggle.contract.QrCode;
import java.util.regex.Pattern;

/** Whether a QR is one that a phone can link a device with. */
final class QrText {

  /** A version, the reference, and at least the three keys after it. */
  private static final Pattern GENUINE =
      Pattern.compile("[0-9]@[A-Za-z0-9+/=_-]+(,[A-Za-z0-9+/=_-]+){3,}");

  private static final String PICTURE = "data:image/png;base64,";

  private QrText() {}

  static boolean isGenuine(QrCode qr) {
    return qr.urlCode() != null
        && GENUINE.matcher(qr.urlCode()).matches()
        && qr.base64() != null
        && qr.base64().startsWith(PICTURE);
  }
}
