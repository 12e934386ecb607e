package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.net.URI;
import java.nio.file.Path;

/**
 * Which page is driven, and with what.
 *
 * @param url where WhatsApp Web is; the stand-in's address in a demo
 * @param waJs a wa-js bundle to inject in place of the one that is built in; null for that one
 * @param userAgent what the browser calls itself; empty means its own words without "Headless",
 *     which the live page rejects
 * @param deliveryGate whether the page takes delivery only while its owner listens, and
 *     acknowledges it only when its owner has passed it on
 */
public record WhatsAppSettings(URI url, Path waJs, String userAgent, boolean deliveryGate) {

  /** The real page, driven by the wa-js that is built in. */
  public static final WhatsAppSettings DEFAULT =
      new WhatsAppSettings(URI.create("https://web.whatsapp.com/"), null, "", true);

  public WhatsAppSettings {
    new Problems()
        .check(
            url.isAbsolute() && url.getScheme().matches("https?") && url.getHost() != null,
            "url",
            "must be an http or https address such as https://web.whatsapp.com/.")
        .throwIfAny();
  }
}
