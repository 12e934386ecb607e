package dev.waggle.session.browser;

import dev.waggle.session.settings.LeaseSettings;
import dev.waggle.session.settings.WhatsAppSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The one script that runs in a page before the page's own: wa-js and our bridge to it, for the top
 * frame at WhatsApp's origin and nowhere else (whatsapp-web facts §7). The browser runs it again
 * for every document, so it survives reloads and the navigation of a logout.
 *
 * @param text the script
 * @param binding the function by which the page speaks to us; a random name, taken away from the
 *     page's reach as the script begins
 * @param entry the function by which we start work in the page; a random name as well
 * @param question the function by which the page asks for its owner's word; hidden like the binding
 * @param ear the function by which the page hears that word; a random name as well
 */
record PageScript(String text, String binding, String entry, String question, String ear) {

  /**
   * How long the page keeps what it has to tell WhatsApp's server from it at most, while its owner
   * speaks but passes nothing on.
   */
  static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

  /** In the order in which they build on each other, in one scope. */
  private static final List<String> BRIDGE =
      List.of(
          "channel",
          "owner",
          "departures",
          "gate",
          "sockets",
          "qr",
          "connection",
          "messages",
          "sending",
          "screens",
          "storage",
          "commands",
          "start");

  /**
   * The script for the pages of one node.
   *
   * @param longestHold {@link #LONGEST_HOLD}
   */
  static PageScript of(
      WhatsAppSettings whatsapp, LeaseSettings lease, Duration longestHold, WaJs waJs) {
    String nonce = UUID.randomUUID().toString().replace("-", "");
    String binding = "tell" + nonce;
    String entry = "work" + nonce;
    String question = "ask" + nonce;
    String ear = "hear" + nonce;
    JsonObject settings =
        new JsonObject()
            .put("origin", origin(whatsapp.url()))
            .put("binding", binding)
            .put("entry", entry)
            .put("question", question)
            .put("ear", ear)
            .put("firstWordMs", lease.duration().toMillis())
            .put("longestHoldMs", longestHold.toMillis())
            .put("gate", whatsapp.deliveryGate())
            .put("stampKey", StorageCopy.STAMP_KEY);
    String text =
        String.join(
            "\n",
            "(() => {",
            "const settings = " + settings.encode() + ";",
            "if (window.top !== window || location.origin !== settings.origin) return;",
            "window.WPPConfig = { disableGoogleAnalytics: true };",
            waJs.source(),
            "const WPP = window.WPP;",
            bridge(),
            "})();");
    return new PageScript(text, binding, entry, question, ear);
  }

  /**
   * The expression that starts a command in the page; its value tells whether the script was there.
   *
   * @param id comes back with the answer
   */
  String call(long id, String command, JsonObject arguments) {
    String parameters = new JsonArray().add(id).add(command).add(arguments).encode();
    return "typeof window."
        + entry
        + " === 'function' && window."
        + entry
        + "(..."
        + parameters
        + ")";
  }

  /** The script that gives localStorage back what Chromium had not written. */
  static String restore(URI url, JsonObject copy) {
    JsonArray arguments = new JsonArray().add(origin(url)).add(StorageCopy.STAMP_KEY).add(copy);
    return Resources.text("restore.js") + "(..." + arguments.encode() + ");";
  }

  private static String origin(URI url) {
    int port = url.getPort();
    boolean usual = port < 0 || port == (url.getScheme().equals("https") ? 443 : 80);
    return url.getScheme() + "://" + url.getHost() + (usual ? "" : ":" + port);
  }

  private static String bridge() {
    return BRIDGE.stream()
        .map(name -> Resources.text("bridge/" + name + ".js"))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return "PageScript[" + text.length() + " characters]";
  }
}
