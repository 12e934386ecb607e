package dev.waggle.contract;

import java.util.List;

/**
 * Every session that the asker may see.
 *
 * @param sessions ordered by name
 */
public record SessionList(List<SessionInfo> sessions) {
  public SessionList {
    sessions = List.copyOf(sessions);
  }
}
