package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of the blows that were struck together.
 *
 * @param kinds of the blows, one or two
 * @param stuck the sessions that did not all work again in time, in words
 * @param troubles what went wrong with the nodes themselves, in words
 */
record Round(List<BlowKind> kinds, List<Hit> hits, List<String> stuck, List<String> troubles) {

  Round {
    kinds = List.copyOf(kinds);
    hits = List.copyOf(hits);
    stuck = List.copyOf(stuck);
    troubles = List.copyOf(troubles);
  }

  /** Whether all sessions worked again in time. */
  boolean isWhole() {
    return stuck.isEmpty() && inVain().isEmpty();
  }

  List<Hit> inVain() {
    return hits.stream().filter(hit -> hit.recovery().isEmpty()).toList();
  }

  /** Each session with the time that it was away. */
  String summary() {
    return hits.stream()
        .map(
            hit ->
                hit.session()
                    + " "
                    + hit.recovery().map(Seconds::text).orElse("DOES NOT WORK AGAIN"))
        .collect(Collectors.joining(", ", "working again: ", ""));
  }
}
