package dev.waggle.launcher;

import dev.waggle.settings.SettingsReader;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names of environment variables that the documents give to what Waggle calls otherwise, so that a
 * deployment made after them goes on working. Waggle's own names win.
 */
final class DocumentNames {

  private static final Map<String, String> VARIABLE_BY_KEY =
      Map.of(
          "gateway.port", "WHATSAPP_WEB_PORT",
          "gateway.default-session", "WHATSAPP_CLIENT_ID",
          "session.data", "WHATSAPP_SESSION_PATH",
          "session.browser.executable", "PUPPETEER_EXECUTABLE_PATH");

  private static final String LEVEL = "WAGGLE_LOG_LEVEL";
  private static final String DEBUG = "DEBUG_PAYU";

  private DocumentNames() {}

  static void addTo(SettingsReader reader) {
    VARIABLE_BY_KEY.forEach(reader::alsoKnownAs);
  }

  /** Has more logged when DEBUG_PAYU says so; to be called before anything is logged. */
  static void applyLogLevel(Map<String, String> environment) {
    boolean wanted = environment.getOrDefault(DEBUG, "").matches("1|true");
    if (wanted && environment.getOrDefault(LEVEL, "").isEmpty()) {
      System.setProperty(LEVEL, "DEBUG");
    }
  }

  /** Says which variables of the documents have nothing to set here. */
  static void tellUnneeded(Map<String, String> environment) {
    if (environment.keySet().stream().anyMatch(name -> name.startsWith("REDIS_"))) {
      // Loggers are made late: the level must have been set before.
      Logger log = LoggerFactory.getLogger(DocumentNames.class);
      log.info("REDIS_… is set and not needed: what Redis kept, the cluster keeps itself");
    }
  }
}
