package dev.waggle.chaos.run;

import java.util.List;

/**
 * One thing that a run proves, unless there are failures.
 *
 * @param failures each in words: which session, which message
 */
record Check(String name, List<String> failures) {

  /** All of them, whether they hold or not. */
  static List<Check> all(Outcome outcome) {
    return List.of(
        number("at most one connection of a device", 1, outcome.maxConnections()),
        number("no scan after the first", outcome.plan().sessions(), outcome.scans()),
        new Check("answered sends delivered", outcome.traffic().over(chat -> chat.lost())),
        new Check("sends delivered once", outcome.traffic().over(chat -> chat.doubled())),
        new Check("sends in order per chat", outcome.traffic().over(chat -> chat.outOfOrder())),
        new Check("every send answered in the end", outcome.traffic().over(c -> c.unanswered())),
        new Check("refused callers may try again", outcome.traffic().refusedForGood()),
        new Check("every inbound message heard", words(outcome.traffic().unheard())),
        new Check("every session works again", inVain(outcome)),
        new Check("nodes do as they are told", troubles(outcome)),
        new Check("the stand-in's books are clean", unclean(outcome)),
        new Check("no process outlives its node", outcome.leftovers()));
  }

  boolean holds() {
    return failures.isEmpty();
  }

  private static Check number(String name, int wanted, int seen) {
    return new Check(name, wanted == seen ? List.of() : List.of(seen + " in place of " + wanted));
  }

  private static List<String> words(List<?> findings) {
    return findings.stream().map(Object::toString).toList();
  }

  private static List<String> inVain(Outcome outcome) {
    return outcome.rounds().stream()
        .flatMap(round -> round.inVain().stream())
        .map(hit -> hit.session() + " after " + hit.kind() + " at " + hit.struck())
        .toList();
  }

  private static List<String> troubles(Outcome outcome) {
    return outcome.rounds().stream().flatMap(round -> round.troubles().stream()).toList();
  }

  private static List<String> unclean(Outcome outcome) {
    return List.of("duplicated", "outOfOrder", "stray", "lost").stream()
        .filter(count -> outcome.books().getInteger(count) != 0)
        .map(count -> count + ": " + outcome.books().getInteger(count))
        .toList();
  }
}
