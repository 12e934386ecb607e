package dev.waggle.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaggleMeterTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Test
  void shouldTellTimesInSecondsAndInBuckets() {
    WaggleMeter.FAILOVER.timer(registry).record(Duration.ofSeconds(4));

    assertThat(registry.scrape())
        .contains("waggle_session_failover_seconds_sum 4.0")
        .contains("waggle_session_failover_seconds_bucket{le=\"3.0\"} 0")
        .contains("waggle_session_failover_seconds_bucket{le=\"5.0\"} 1");
  }

  @Test
  void shouldTellSizesInBytesAndNumbersOfNow() {
    WaggleMeter.SNAPSHOT_SIZE.bytes(registry, "TAKEN").record(512);
    WaggleMeter.SESSIONS.gauge(registry, () -> 3, "node-1", "WORKING");

    assertThat(registry.scrape())
        .contains("waggle_snapshot_size_bytes_sum{kind=\"TAKEN\"} 512.0")
        .contains("waggle_sessions{node=\"node-1\",state=\"WORKING\"} 3.0");
  }

  @ParameterizedTest
  @EnumSource(WaggleMeter.class)
  void shouldStandInPrometheusUnderTheNameThatItSays(WaggleMeter meter) {
    Object[] values = meter.labels().toArray();
    switch (meter.kind()) {
      case COUNTER -> meter.counter(registry, values).increment();
      case TIMER -> meter.timer(registry, values).record(Duration.ofMillis(1));
      case SIZES -> meter.bytes(registry, values).record(1);
      case GAUGE, SIZE -> meter.gauge(registry, () -> 1, values);
    }

    assertThat(registry.scrape()).contains("# TYPE " + meter.prometheusName() + " ");
  }

  @ParameterizedTest
  @EnumSource(WaggleMeter.class)
  void shouldBeExplainedToWhoeverRunsWaggle(WaggleMeter meter) throws IOException {
    String labels =
        meter.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));

    assertThat(rows()).contains("| `" + meter.prometheusName() + "` | " + labels + " |");
  }

  @Test
  void shouldExplainNoMeterThatThereIsNot() throws IOException {
    assertThat(rows()).hasSize(WaggleMeter.values().length);
  }

  /** The first two columns of the list of meters. */
  private static List<String> rows() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "operations.md")).stream()
        .filter(line -> line.startsWith("| `waggle_"))
        .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 1) + 1) + 1))
        .toList();
  }

  @Test
  void shouldRefuseALabelThatIsMissing() {
    assertThatThrownBy(() -> WaggleMeter.TRANSITIONS.counter(registry, "STARTING"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[from, to, cause]");
  }
}
