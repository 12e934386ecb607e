package dev.waggle.chaos.run;

import java.util.List;

/**
 * How a wait for sessions ended.
 *
 * @param hits those that were waited for, with their times; without one where the wait was in vain
 * @param stuck which sessions did not work when it was given up, in words; empty when all worked
 */
record Recovered(List<Hit> hits, List<String> stuck) {

  Recovered {
    hits = List.copyOf(hits);
    stuck = List.copyOf(stuck);
  }

  boolean isWhole() {
    return stuck.isEmpty();
  }
}
