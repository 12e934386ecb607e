package dev.waggle.chaos.run;

import dev.waggle.chaos.traffic.ChatResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that a run proves, unless there are failures.
 *
 * @param failures each in words: which session, which message
 */
record Check(String name, List<String> failures) {

  static final String CONNECTIONS = "at most one connection of a device, ever";
  static final String SCANS = "no scan after the first";
  static final String DELIVERED = "every answered send delivered";
  static final String ONCE = "every send delivered once";
  static final String IDS = "every send under the caller's message id";
  static final String ORDER = "sends in order per chat";
  static final String ANSWERED = "every send answered in the end";
  static final String RETRYABLE = "refused callers may try again";
  static final String HEARD = "every inbound message reached a consumer";
  static final String WORKING = "every session works again";
  static final String NODES = "nodes do as they are told";
  static final String BOOKS = "the stand-in's books are clean";
  static final String PROCESSES = "no process outlives its node";
  static final String TRAFFIC = "messages went both ways in every session";
  static final String STRUCK = "sessions were struck";
  static final String RUN = "the run came to its end";

  /** All of them, whether they hold or not. */
  static List<Check> all(Outcome outcome) {
    return List.of(
        new Check(CONNECTIONS, connections(outcome)),
        new Check(SCANS, scans(outcome)),
        new Check(DELIVERED, outcome.traffic().over(ChatResult::lost)),
        new Check(ONCE, outcome.traffic().over(ChatResult::doubled)),
        new Check(IDS, outcome.traffic().over(ChatResult::renamed)),
        new Check(ORDER, outcome.traffic().over(ChatResult::outOfOrder)),
        new Check(ANSWERED, outcome.traffic().over(ChatResult::unanswered)),
        new Check(RETRYABLE, outcome.traffic().refusedForGood()),
        new Check(HEARD, words(outcome.traffic().unheard())),
        new Check(WORKING, notWorking(outcome)),
        new Check(NODES, nodes(outcome)),
        new Check(BOOKS, flaws(outcome)),
        new Check(PROCESSES, outcome.leftovers()),
        new Check(TRAFFIC, silent(outcome)),
        new Check(STRUCK, unstruck(outcome)),
        new Check(RUN, outcome.troubles()));
  }

  boolean holds() {
    return failures.isEmpty();
  }

  private static List<String> connections(Outcome outcome) {
    return outcome.connectedTwice().stream()
        .map(device -> device.session() + ": " + device.connections() + " at once")
        .toList();
  }

  private static List<String> scans(Outcome outcome) {
    return outcome.sessions().stream()
        .filter(session -> outcome.scans(session) != 1)
        .map(session -> session + ": " + outcome.scans(session) + " scans")
        .toList();
  }

  private static List<String> words(List<?> findings) {
    return findings.stream().map(Object::toString).toList();
  }

  private static List<String> notWorking(Outcome outcome) {
    return outcome.rounds().stream()
        .flatMap(round -> Stream.concat(round.stuck().stream(), inVain(round)))
        .distinct()
        .toList();
  }

  private static Stream<String> inVain(Round round) {
    return round.inVain().stream()
        .map(hit -> hit.session() + " after " + hit.kind() + " at " + hit.struck());
  }

  private static List<String> nodes(Outcome outcome) {
    return outcome.rounds().stream().flatMap(round -> round.troubles().stream()).toList();
  }

  private static List<String> flaws(Outcome outcome) {
    return outcome.devices().stream()
        .flatMap(
            device ->
                device.flaws().entrySet().stream()
                    .filter(flaw -> flaw.getValue() != 0)
                    .map(flaw -> device.session() + ": " + flaw.getValue() + " " + flaw.getKey()))
        .toList();
  }

  /** A run in which nothing was written would prove nothing. */
  private static List<String> silent(Outcome outcome) {
    return outcome.sessions().stream()
        .flatMap(
            session ->
                Stream.of(
                        outcome.traffic().answered(session) == 0 ? session + ": no send" : "",
                        outcome.traffic().written(session) == 0 ? session + ": no inbound" : "")
                    .filter(text -> !text.isEmpty()))
        .toList();
  }

  private static List<String> unstruck(Outcome outcome) {
    boolean struck = outcome.rounds().stream().anyMatch(round -> !round.hits().isEmpty());
    return struck ? List.of() : List.of("no blow took a session down");
  }
}
