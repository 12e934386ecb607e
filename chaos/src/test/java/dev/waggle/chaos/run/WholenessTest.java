package dev.waggle.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WholenessTest {

  private static final RunLog LOG = new RunLog(new PrintWriter(new StringWriter()));

  @Test
  void shouldFindAClusterThatStaysInPieces() {
    assertThat(new Wholeness(() -> 4, 5, Duration.ofMillis(200), LOG).await())
        .contains("the cluster has 4 of 5 members after 0.2 s");
  }

  @Test
  void shouldTakeAClusterWithAllItsMembersForWhole() {
    assertThat(new Wholeness(() -> 5, 5, Duration.ofMillis(200), LOG).await()).isEmpty();
  }
}
