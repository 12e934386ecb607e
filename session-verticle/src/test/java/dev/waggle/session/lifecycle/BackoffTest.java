package dev.waggle.session.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.session.settings.RecoverySettings;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void shouldDoubleUpToTheLongestDelay() {
    assertThat(
            IntStream.rangeClosed(1, 8)
                .mapToLong(i -> Backoff.before(i, RecoverySettings.DEFAULT).toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void shouldNotWaitWhereNothingHasFailed() {
    assertThat(Backoff.before(0, RecoverySettings.DEFAULT)).isZero();
  }

  @Test
  void shouldNotOverflowAfterVeryManyAttempts() {
    assertThat(Backoff.before(1_000, RecoverySettings.DEFAULT))
        .isEqualTo(RecoverySettings.DEFAULT.maxDelay());
  }
}
