package dev.waggle.gateway.http;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a caller calls a new session: a session name, or several legal words with single spaces
 * between them. The session is then named by the words with hyphens, and keeps what it was called
 * in its metadata. This is the one place that knows how.
 */
record DisplayName(String value) {

  private static final String METADATA_KEY = "displayName";
  private static final String WORD = "[A-Za-z0-9][A-Za-z0-9_-]*";
  private static final Pattern LEGAL = Pattern.compile(WORD + "( " + WORD + ")*");

  /**
   * Checks the words.
   *
   * @throws WaggleException with {@link ErrorCode#INVALID_SESSION_NAME}
   */
  DisplayName {
    if (value == null || !LEGAL.matcher(value).matches()) {
      throw new WaggleException(
          ErrorCode.INVALID_SESSION_NAME,
          "A new session's name is 1 to 64 letters, digits, '_' or '-', in words that start with a"
              + " letter or a digit and have single spaces between them.");
    }
  }

  /** What a session is called. */
  static String of(SessionInfo session) {
    String name = session.name().value();
    return session.config().metadata().getOrDefault(METADATA_KEY, name);
  }

  /** The name of the session that is called so. */
  SessionName sessionName() {
    return SessionName.of(value.replace(' ', '-'));
  }

  /** The config of a session that is called so; it is kept only when it differs from the name. */
  SessionConfig keptIn(SessionConfig config) {
    if (value.equals(sessionName().value())) {
      return config;
    }
    Map<String, String> metadata = new HashMap<>(config.metadata());
    metadata.put(METADATA_KEY, value);
    return new SessionConfig(config.qrMaxAttempts(), config.relinkDelaySeconds(), metadata);
  }
}
