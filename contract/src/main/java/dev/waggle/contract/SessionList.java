package dev.waggle.contract;

import java.util.List;

/**
 * @param sessions ordered by name
 */
public record SessionList(List<SessionInfo> sessions) {
  public SessionList {
    sessions = List.copyOf(sessions);
  }
}
