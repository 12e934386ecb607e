package dev.waggle.session.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the browser calls itself: its own words without "Headless", which the live page rejects. The
 * client hints carry the word too, and neither {@code --user-agent} nor Playwright's option changes
 * those; the DevTools command whose parameters are made here changes both, workers included.
 */
final class UserAgent {

  private static final Pattern VERSION = Pattern.compile("Chrome/((\\d+)[0-9.]*)");

  private UserAgent() {}

  /**
   * The parameters of {@code Emulation.setUserAgentOverride}.
   *
   * @param own the browser's own user agent
   * @param configured what to say instead; empty for its own words
   */
  static JsonObject override(String own, String configured) {
    Matcher version = VERSION.matcher(own);
    boolean known = version.find();
    String full = known ? version.group(1) : "0";
    String major = known ? version.group(2) : "0";
    String reduced = own.replace("Headless", "").replace(full, major + ".0.0.0");
    JsonObject parameters = new JsonObject();
    parameters.addProperty("userAgent", configured.isEmpty() ? reduced : configured);
    parameters.add("userAgentMetadata", hints(full, major));
    return parameters;
  }

  private static JsonObject hints(String full, String major) {
    JsonObject hints = new JsonObject();
    hints.add("brands", brands("8", major));
    hints.add("fullVersionList", brands("8.0.0.0", full));
    hints.addProperty("platform", platform());
    hints.addProperty("platformVersion", "");
    hints.addProperty("architecture", architecture());
    hints.addProperty("model", "");
    hints.addProperty("mobile", false);
    return hints;
  }

  /** Chromium and the brand of nobody, by which every Chromium tests its readers. */
  private static JsonArray brands(String nobody, String chromium) {
    JsonArray brands = new JsonArray();
    brands.add(brand("Not:A-Brand", nobody));
    brands.add(brand("Chromium", chromium));
    return brands;
  }

  private static JsonObject brand(String name, String version) {
    JsonObject brand = new JsonObject();
    brand.addProperty("brand", name);
    brand.addProperty("version", version);
    return brand;
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (os.contains("mac")) {
      return "macOS";
    }
    return os.contains("windows") ? "Windows" : "Linux";
  }

  private static String architecture() {
    String arch = System.getProperty("os.arch");
    return arch.startsWith("aarch64") || arch.startsWith("arm") ? "arm" : "x86";
  }
}
