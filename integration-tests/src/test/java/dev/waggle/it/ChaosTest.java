package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.cluster.DatabaseKind;
import dev.waggle.chaos.run.ChaosPlan;
import dev.waggle.chaos.run.ChaosRun;
import dev.waggle.chaos.run.Report;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code ./waggle chaos} does, for a third of a minute. */
class ChaosTest {

  private static final ChaosPlan SHORT =
      new ChaosPlan(
          Duration.ofSeconds(20),
          4,
          3,
          2,
          false,
          DatabaseKind.H2,
          Duration.ofMillis(700),
          Optional.of(Path.of("target", "chaos-logs")));

  @Test
  void shouldLoseNoMessageAndConnectNoDeviceTwiceWhateverIsStruck() throws Exception {
    Report report = ChaosRun.run(SHORT, new PrintWriter(System.out, true, StandardCharsets.UTF_8));

    System.out.println(report.text());
    assertThat(report.holds()).as(report.text()).isTrue();
  }
}
