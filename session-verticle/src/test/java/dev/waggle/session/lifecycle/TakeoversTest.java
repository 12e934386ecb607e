package dev.waggle.session.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TakeoversTest {

  private final AtomicLong clock = new AtomicLong();
  private final Takeovers takeovers = new Takeovers(clock::get);

  @Test
  void shouldAllowAFewInARow() {
    assertThat(takeovers.tryOnce()).isTrue();
    assertThat(takeovers.tryOnce()).isTrue();
    assertThat(takeovers.tryOnce()).isTrue();
    assertThat(takeovers.tryOnce()).isFalse();
  }

  @Test
  void shouldAllowMoreWhenTimeHasPassed() {
    for (int i = 0; i < 4; i++) {
      takeovers.tryOnce();
    }

    clock.addAndGet(Duration.ofMinutes(11).toNanos());

    assertThat(takeovers.tryOnce()).isTrue();
  }
}
