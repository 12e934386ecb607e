package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of the blows that were struck together.
 *
 * @param kinds of the blows, one or two
 * @param troubles what went wrong with the nodes themselves, in words
 */
record Round(List<BlowKind> kinds, List<Hit> hits, List<String> troubles) {

  /** Until the last session that a kind of blow took down worked again. */
  Optional<Duration> last(BlowKind kind) {
    return hits.stream()
        .filter(hit -> hit.kind() == kind)
        .flatMap(hit -> hit.recovery().stream())
        .max(Duration::compareTo);
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
