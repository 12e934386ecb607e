package dev.waggle.session.browser;

import dev.waggle.settings.InvalidSettingsException;
import dev.waggle.settings.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wa-js bundle, which drives WhatsApp Web from inside.
 *
 * @param version as the banner of the bundle has it, also for a configured file; "unknown" when the
 *     file has no such banner
 */
record WaJs(String source, String version) {

  private static final String BUILT_IN = "wppconnect-wa.js";
  private static final Pattern BANNER = Pattern.compile("wa-js v([0-9][0-9A-Za-z.+-]*)");
  private static final int BANNER_WITHIN = 1000;

  /**
   * Reads the bundle.
   *
   * @param file null for the one that is packed into this jar
   * @throws InvalidSettingsException when the file cannot be read
   */
  static WaJs load(Path file) {
    String source = file == null ? Resources.text(BUILT_IN) : configured(file);
    return new WaJs(source, version(source));
  }

  private static String configured(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new InvalidSettingsException(
          List.of(new Problem("session.whatsapp.wa-js", "must name a bundle that can be read.")));
    }
  }

  private static String version(String source) {
    String head = source.substring(0, Math.min(BANNER_WITHIN, source.length()));
    Matcher banner = BANNER.matcher(head);
    return banner.find() ? banner.group(1) : "unknown";
  }

  @Override
  public String toString() {
    return "WaJs[" + version + "]";
  }
}
