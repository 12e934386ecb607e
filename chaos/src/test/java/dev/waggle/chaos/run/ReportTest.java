package dev.waggle.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.blow.BlowKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Outcomes outcome = new Outcomes();

  @Test
  void shouldShowTimesCountsSeedAndMachineInTablesOfMarkdown() {
    outcome.rounds.add(
        Outcomes.round(
            Hit.of(BlowKind.DRAIN, Outcomes.SESSION, Instant.EPOCH)
                .workingAt(Instant.EPOCH.plusMillis(2_900))));
    outcome.outages.add(new Outage(BlowKind.DRAIN, Duration.ofMillis(1_500)));

    Report report = Report.of(outcome.build(), List.of("nobody asks"));

    assertThat(cells(report))
        .contains(
            "KILL|1|1|7.2 s|7.2 s|7.2 s|0|9.0 s|9.0 s",
            "DRAIN|1|1|2.9 s|2.9 s|2.9 s|0|9.0 s|9.0 s",
            "all|2|2|2.9 s|7.2 s|7.2 s|0|9.0 s|9.0 s",
            "DRAIN, each session's own outage||1|1.5 s|1.5 s|1.5 s|||",
            "of these answered with success|2",
            "delivered|2",
            "double connections|0",
            Check.SCANS + "|holds");
    assertThat(report.text())
        .contains("All checks hold. Seed 7, 5.0 minutes, 1 sessions on 2 nodes")
        .contains(" cores")
        .doesNotContain("nobody asks");
  }

  @Test
  void shouldSayWhichSessionDidNotComeBackAndWhatIsKnownOfIt() {
    outcome.rounds.add(Outcomes.round(Hit.of(BlowKind.KILL, Outcomes.SESSION, Instant.EPOCH)));

    Report report = Report.of(outcome.build(), List.of("what its node logged"));

    assertThat(report.holds()).isFalse();
    assertThat(cells(report)).contains("KILL|2|2|7.2 s|7.2 s|7.2 s|1|9.0 s|9.0 s");
    assertThat(report.text())
        .contains("NOT ALL CHECKS HOLD.")
        .contains("s01 after KILL at 1970-01-01T00:00:00Z")
        .contains("what its node logged");
  }

  /** Rows without what only makes them read well. */
  private static List<String> cells(Report report) {
    return report
        .text()
        .lines()
        .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
        .map(line -> line.substring(2, line.length() - 2))
        .map(line -> line.strip().replaceAll("\\s*\\|\\s*", "|"))
        .toList();
  }
}
