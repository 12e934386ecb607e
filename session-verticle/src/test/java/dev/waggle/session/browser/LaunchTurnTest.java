package dev.waggle.session.browser;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class LaunchTurnTest {

  private static final Duration NEVER = Duration.ofHours(1);

  private final LaunchGate gate = new LaunchGate(1);

  @Test
  void shouldKeepTheNextWaitingUntilThePageHasLoaded(Vertx vertx) {
    LaunchTurn first = await(LaunchTurn.take(gate, vertx, NEVER));
    Future<LaunchTurn> next = LaunchTurn.take(gate, vertx, NEVER);

    first.launched();
    assertThat(next.isComplete()).isFalse();

    first.end();
    assertThat(next.succeeded()).isTrue();
  }

  @Test
  void shouldLetTheNextThroughWhenAPageWaitsForTheNetwork(Vertx vertx) {
    LaunchTurn first = await(LaunchTurn.take(gate, vertx, Duration.ofMillis(20)));
    Future<LaunchTurn> next = LaunchTurn.take(gate, vertx, NEVER);

    first.launched();

    await(next);
  }

  @Test
  void shouldMakeRoomOnceOnly(Vertx vertx) {
    LaunchTurn first = await(LaunchTurn.take(gate, vertx, NEVER));
    Future<LaunchTurn> second = LaunchTurn.take(gate, vertx, NEVER);
    Future<LaunchTurn> third = LaunchTurn.take(gate, vertx, NEVER);

    first.end();
    first.end();

    assertThat(second.succeeded()).isTrue();
    assertThat(third.isComplete()).isFalse();
  }
}
