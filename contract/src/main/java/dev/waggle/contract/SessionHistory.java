package dev.waggle.contract;

import java.util.List;

/**
 * The last moves of one session.
 *
 * @param transitions newest first
 */
public record SessionHistory(List<Transition> transitions) {
  public SessionHistory {
    transitions = List.copyOf(transitions);
  }
}
