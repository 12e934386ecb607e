package dev.waggle.contract;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a key is good for.
 *
 * @param sessions ordered by name; they need not exist yet; empty for an administrator
 * @param actions what it is good for there; empty for an administrator
 */
public record KeyScope(KeyRole role, Set<SessionName> sessions, Set<KeyAction> actions) {

  private static final int MAX_SESSIONS = 1_000;

  /**
   * Checks that it makes sense.
   *
   * @throws WaggleException with {@link ErrorCode#INVALID_REQUEST}
   */
  public KeyScope {
    role = role == null ? KeyRole.SESSION : role;
    sessions = sorted(sessions);
    actions = sorted(actions);
    boolean bounded = !sessions.isEmpty() && !actions.isEmpty();
    if (role == KeyRole.SESSION && !bounded) {
      throw refused("A key of sessions names at least one session and one action.");
    }
    if (role == KeyRole.ADMIN && !(sessions.isEmpty() && actions.isEmpty())) {
      throw refused("A key for everything names neither sessions nor actions; leave them out.");
    }
    if (sessions.size() > MAX_SESSIONS) {
      throw refused("A key takes at most " + MAX_SESSIONS + " sessions.");
    }
  }

  /** Everything. */
  public static KeyScope admin() {
    return new KeyScope(KeyRole.ADMIN, Set.of(), Set.of());
  }

  /** Some actions on some sessions. */
  public static KeyScope of(Set<SessionName> sessions, Set<KeyAction> actions) {
    return new KeyScope(KeyRole.SESSION, sessions, actions);
  }

  private static <T extends Comparable<T>> Set<T> sorted(Set<T> values) {
    return values == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(values));
  }

  private static WaggleException refused(String sentence) {
    return new WaggleException(ErrorCode.INVALID_REQUEST, sentence);
  }
}
