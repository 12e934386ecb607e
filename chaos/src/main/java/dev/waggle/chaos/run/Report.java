package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.traffic.ChatResult;
import dev.waggle.chaos.traffic.TrafficResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a run says at its end.
 *
 * @param text tables that are Markdown too, then every failure with what is known of it
 * @param holds whether all checks hold
 */
public record Report(String text, boolean holds) {

  static Report of(Outcome outcome, List<String> background) {
    List<Check> checks = Check.all(outcome);
    boolean holds = checks.stream().allMatch(Check::holds);
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(blows(outcome).lines());
    lines.add("");
    lines.addAll(totals(outcome).lines());
    lines.add("");
    lines.addAll(checks(checks).lines());
    lines.add("");
    lines.add((holds ? "All checks hold." : "NOT ALL CHECKS HOLD.") + " " + setUp(outcome.plan()));
    if (!holds) {
      lines.addAll(failures(checks));
      lines.addAll(background);
    }
    return new Report(String.join("\n", lines), holds);
  }

  private static String setUp(ChaosPlan plan) {
    return String.format(
        Locale.ROOT,
        "Seed %d, %.1f minutes, %d sessions on %d nodes, a message each way every %s, %s%s. %s.",
        plan.seed(),
        plan.blowsFor().toMillis() / 60_000.0,
        plan.sessions(),
        plan.nodes(),
        Seconds.text(plan.between()),
        plan.database(),
        plan.cutOff() ? ", with cut-offs" : "",
        Computer.description());
  }

  private static Table blows(Outcome outcome) {
    Table table =
        new Table(
            "until each session works again",
            "blows",
            "hit",
            "median",
            "p95",
            "max",
            "not back",
            "callers' p95",
            "callers' max");
    List<BlowKind> kinds =
        Arrays.stream(BlowKind.values()).filter(kind -> outcome.blows(kind) > 0).toList();
    kinds.forEach(kind -> row(table, kind.name(), outcome.blows(kind), outcome, List.of(kind)));
    long blows = kinds.stream().mapToLong(outcome::blows).sum();
    row(table, "all", blows, outcome, kinds);
    kinds.stream()
        .filter(BlowKind::isDrain)
        .forEach(kind -> outage(table, kind, outcome.outages(kind)));
    return table;
  }

  private static void row(
      Table table, String name, long blows, Outcome outcome, List<BlowKind> kinds) {
    List<Duration> times =
        kinds.stream().flatMap(kind -> outcome.recoveries(kind).stream()).toList();
    int hits = kinds.stream().mapToInt(kind -> outcome.hits(kind).size()).sum();
    Spread spread = Spread.of(times);
    Spread callers =
        Spread.of(kinds.stream().flatMap(kind -> outcome.silences(kind).stream()).toList());
    table.row(
        name,
        blows,
        hits,
        spread.median(),
        spread.p95(),
        spread.max(),
        hits - times.size(),
        callers.p95(),
        callers.max());
  }

  /** A session that is handed over is away for less time than the drain takes. */
  private static void outage(Table table, BlowKind kind, List<Duration> times) {
    Spread spread = Spread.of(times);
    table.row(
        kind + ", each session's own outage",
        "",
        times.size(),
        spread.median(),
        spread.p95(),
        spread.max(),
        "",
        "",
        "");
  }

  private static Table totals(Outcome outcome) {
    TrafficResult traffic = outcome.traffic();
    return new Table("totals", "")
        .row("sends asked for", traffic.sends())
        .row("of these answered with success", traffic.answered())
        .row("of these asked for more than once", traffic.repeated())
        .row("delivered", traffic.delivered())
        .row("lost", traffic.over(ChatResult::lost).size())
        .row("doubled", traffic.over(ChatResult::doubled).size())
        .row("out of order", traffic.over(ChatResult::outOfOrder).size())
        .row("refusals on the way", refusals(traffic))
        .row("inbound written", traffic.incoming().size())
        .row("told", traffic.incoming().size() - traffic.unheard().size())
        .row("told more than once", traffic.heardAgain())
        .row("told after it had arrived unwatched", traffic.reconciled())
        .row("scans, one for each session", outcome.scans())
        .row("logins", outcome.devices().stream().mapToInt(BookedDevice::logins).sum())
        .row("connections of one device at once, at most", outcome.maxConnections())
        .row("double connections", outcome.connectedTwice().size());
  }

  private static String refusals(TrafficResult traffic) {
    List<String> words =
        traffic.refusals().entrySet().stream()
            .map(code -> code.getValue() + " " + code.getKey())
            .toList();
    return words.isEmpty() ? "0" : String.join(", ", words);
  }

  private static Table checks(List<Check> checks) {
    Table table = new Table("check", "");
    checks.forEach(
        check ->
            table.row(
                check.name(), check.holds() ? "holds" : "FAILED, " + check.failures().size()));
    return table;
  }

  private static List<String> failures(List<Check> checks) {
    List<String> lines = new ArrayList<>();
    for (Check check : checks.stream().filter(each -> !each.holds()).toList()) {
      lines.add("");
      lines.add("FAILED  " + check.name());
      check.failures().forEach(failure -> lines.add("          " + failure));
    }
    lines.add("");
    return lines;
  }
}
