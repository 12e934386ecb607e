package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.scale.ScaleReport;
import dev.waggle.chaos.scale.ScaleRun;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three JVMs with more sessions than this machine could open browsers for. */
class ScaleTest {

  private static final int SESSIONS = 300;
  private static final int WINDOW = 100;
  private static final double EVEN_PERCENT = 5;

  /** With so few sessions a busy machine alone may make some difference. */
  private static final double MOST_GROWTH = 2;

  private static ScaleReport report;

  @BeforeAll
  static void run() throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    report = ScaleRun.run(SESSIONS, WINDOW, out);
    out.println(report);
  }

  @Test
  void shouldSpreadSessionsEvenly() {
    assertThat(report.placed()).hasSize(3);
    assertThat(ScaleReport.unevenness(report.placed())).isLessThanOrEqualTo(EVEN_PERCENT);
  }

  @Test
  void shouldTakeOverEverySessionOfANodeThatDied() {
    assertThat(report.moved()).isPositive();
    assertThat(report.unmoved()).isZero();
    assertThat(report.rehomed()).hasSize(2);
    assertThat(ScaleReport.unevenness(report.rehomed())).isLessThanOrEqualTo(EVEN_PERCENT);
  }

  @Test
  void shouldNotTakeLongerForAStartTheMoreSessionsThereAre() {
    assertThat(report.growth()).isLessThan(MOST_GROWTH);
  }
}
