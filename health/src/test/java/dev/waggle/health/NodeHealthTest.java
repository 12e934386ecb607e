package dev.waggle.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NodeHealthTest {

  private final NodeHealth health = new NodeHealth();

  @Test
  void shouldBeReadyWhenNothingIsWrong() throws Exception {
    health.ready("lease", Check.of(Finding::up));

    assertThat(ready().isUp()).isTrue();
  }

  @Test
  void shouldSayWhatIsWrongBesideWhatIsNot() throws Exception {
    health.ready("lease", Check.of(Finding::up));
    health.ready("room", Check.of(() -> Finding.down("The node is full.")));

    assertThat(ready().toJson().encode())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":{\"lease\":{\"status\":\"UP\"},"
                + "\"room\":{\"status\":\"DOWN\",\"reason\":\"The node is full.\"}}}");
  }

  @Test
  void shouldTakeACheckThatFailsForDown() throws Exception {
    health.ready("database", () -> Future.failedFuture("It does not answer."));
    health.ready(
        "other",
        () -> {
          throw new IllegalStateException("It broke.");
        });

    assertThat(ready().findings())
        .containsEntry("database", Finding.down("It does not answer."))
        .containsEntry("other", Finding.down("It broke."));
  }

  @Test
  void shouldNotWaitForACheckThatHangsNorAskItAgain() throws Exception {
    List<Promise<Finding>> asked = new ArrayList<>();
    health.ready(
        "hazelcast",
        () -> {
          asked.add(Promise.promise());
          return asked.get(0).future();
        });

    Future<HealthReport> first = health.ready();
    Future<HealthReport> second = health.ready();

    assertThat(result(first).findings().get("hazelcast").reason()).contains("within 2 s");
    assertThat(result(second).isUp()).isFalse();
    assertThat(asked).hasSize(1);
  }

  @Test
  void shouldForgetTheChecksOfAPartThatHasEnded() throws Exception {
    NodeHealth.Registration check = health.live("loop", Check.of(() -> Finding.down("Stuck.")));

    check.remove();

    assertThat(result(health.live()).isUp()).isTrue();
  }

  private HealthReport ready() throws Exception {
    return result(health.ready());
  }

  private static HealthReport result(Future<HealthReport> report) throws Exception {
    return report.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
