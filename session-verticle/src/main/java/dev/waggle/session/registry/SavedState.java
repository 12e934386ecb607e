package dev.waggle.session.registry;

import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionStatus;
import java.nio.charset.StandardCharsets;

/**
 * What an owner writes down of its session.
 *
 * @param me the linked account, its name cut at 500 characters; null when none is linked
 */
public record SavedState(SessionStatus status, Reason reason, SessionInfo.Account me) {

  private static final int MAX_NAME = 500;

  public SavedState {
    me = me == null ? null : new SessionInfo.Account(me.id(), fit(me.pushName()));
  }

  /** As much as the column takes, without half a character, or one that PostgreSQL refuses. */
  private static String fit(String name) {
    if (name == null) {
      return null;
    }
    byte[] utf8 = name.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    String storable = new String(utf8, StandardCharsets.UTF_8);
    if (storable.length() <= MAX_NAME) {
      return storable;
    }
    boolean halved = Character.isHighSurrogate(storable.charAt(MAX_NAME - 1));
    return storable.substring(0, halved ? MAX_NAME - 1 : MAX_NAME);
  }
}
