package dev.waggle.session.registry;

import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionStatus;

/**
 * What an owner writes down of its session.
 *
 * @param reason one sentence, cut at 500 characters
 * @param me the linked account, or null when none is
 */
public record SavedState(SessionStatus status, String reason, SessionInfo.Account me) {

  private static final int MAX_REASON = 500;

  public SavedState {
    reason = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
  }
}
