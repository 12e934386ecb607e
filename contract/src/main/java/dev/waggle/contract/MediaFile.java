package dev.waggle.contract;

/**
 * A file on its way to or from WhatsApp.
 *
 * @param mimetype {@code image/png}; parameters allowed
 * @param filename as the receiver sees it; may be null for images
 * @param data the bytes in base64, without a data URL's head
 */
public record MediaFile(String mimetype, String filename, String data) {
  @Override
  public String toString() {
    return "MediaFile[" + mimetype + ", " + (data == null ? 0 : data.length()) + " base64 chars]";
  }
}
