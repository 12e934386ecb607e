package dev.waggle.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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

  @Test
  void shouldRefuseALabelThatIsMissing() {
    assertThatThrownBy(() -> WaggleMeter.TRANSITIONS.counter(registry, "STARTING"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[from, to, cause]");
  }
}
