package dev.waggle.settings;

import java.util.Locale;

/** How the name of a record's component is spelled elsewhere. */
final class Keys {

  private static final String ENVIRONMENT_PREFIX = "WAGGLE_";

  private Keys() {}

  /** {@code maxSessions} as it stands in YAML: {@code max-sessions}. Dots stay. */
  static String kebab(String componentName) {
    return componentName.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The path of a key inside another one; either may be empty. */
  static String join(String parent, String key) {
    return parent.isEmpty() || key.isEmpty() ? parent + key : parent + "." + key;
  }

  /** {@code session.max-sessions} as an environment variable: WAGGLE_SESSION_MAX_SESSIONS. */
  static String environmentVariable(String path) {
    return ENVIRONMENT_PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
