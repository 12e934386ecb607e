package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.traffic.ChatResult;
import dev.waggle.chaos.traffic.TrafficResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a run says at its end.
 *
 * @param text a table, the checks, and every failure with what is known of it
 * @param holds whether all checks hold
 */
public record Report(String text, boolean holds) {

  private static final String ROW = "%-10s %6s %9s   %s   %s";

  static Report of(Outcome outcome, List<String> background) {
    List<Check> checks = Check.all(outcome);
    boolean holds = checks.stream().allMatch(Check::holds);
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(recoveries(outcome));
    lines.addAll(messages(outcome));
    checks.forEach(check -> lines.addAll(lines(check)));
    if (!holds) {
      lines.addAll(background);
    }
    lines.add("");
    lines.add((holds ? "All checks hold." : "NOT ALL CHECKS HOLD.") + " " + setUp(outcome));
    return new Report(String.join("\n", lines), holds);
  }

  private static String setUp(Outcome outcome) {
    ChaosPlan plan = outcome.plan();
    return "Seed %d, %d sessions on %d nodes, struck for %d s."
        .formatted(plan.seed(), plan.sessions(), plan.nodes(), plan.blowsFor().toSeconds());
  }

  private static List<String> recoveries(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    String spread = "%8s %8s %8s".formatted("median", "p95", "max");
    lines.add(ROW.formatted("", "", "sessions", "each session working", "   last session working"));
    lines.add(ROW.formatted("blow", "blows", "hit", spread, spread));
    Arrays.stream(BlowKind.values())
        .filter(kind -> outcome.blows(kind) > 0)
        .forEach(kind -> lines.add(row(outcome, kind)));
    lines.add("DRAIN, each session's own outage %s".formatted(Seconds.spread(outcome.drained())));
    return lines;
  }

  private static String row(Outcome outcome, BlowKind kind) {
    return ROW.formatted(
        kind,
        outcome.blows(kind),
        outcome.hits(kind).size(),
        Seconds.spread(outcome.recoveries(kind)),
        Seconds.spread(outcome.lastRecoveries(kind)));
  }

  private static List<String> messages(Outcome outcome) {
    TrafficResult traffic = outcome.traffic();
    return List.of(
        "",
        "sends            %6d, repeats %d, lost %d, doubled %d, out of order %d, never answered %d"
            .formatted(
                traffic.sends(),
                traffic.repeats(),
                traffic.over(ChatResult::lost).size(),
                traffic.over(ChatResult::doubled).size(),
                traffic.over(ChatResult::outOfOrder).size(),
                traffic.over(ChatResult::unanswered).size()),
        "refusals         " + traffic.refusals(),
        "inbound          %6d, lost %d, heard more than once %d"
            .formatted(traffic.incoming().size(), traffic.unheard().size(), traffic.heardAgain()),
        "max connections  %6d".formatted(outcome.maxConnections()),
        "scans            %6d".formatted(outcome.scans()),
        "");
  }

  private static List<String> lines(Check check) {
    List<String> lines = new ArrayList<>();
    lines.add((check.holds() ? "ok      " : "FAILED  ") + check.name());
    check.failures().forEach(failure -> lines.add("          " + failure));
    return lines;
  }
}
