package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

class LaunchGateTest {

  @Test
  void shouldLetNoMoreThroughThanItIsWide() {
    LaunchGate gate = new LaunchGate(2);

    Future<Void> first = gate.enter();
    Future<Void> second = gate.enter();
    Future<Void> third = gate.enter();

    assertThat(first.succeeded()).isTrue();
    assertThat(second.succeeded()).isTrue();
    assertThat(third.isComplete()).isFalse();
  }

  @Test
  void shouldLetTheNextInLineThroughWhenOneLeaves() {
    LaunchGate gate = new LaunchGate(1);
    var unused = gate.enter();
    Future<Void> next = gate.enter();
    Future<Void> last = gate.enter();

    gate.leave();

    assertThat(next.succeeded()).isTrue();
    assertThat(last.isComplete()).isFalse();
  }

  @Test
  void shouldHaveRoomAgainWhenAllHaveLeft() {
    LaunchGate gate = new LaunchGate(1);
    var unused = gate.enter();

    gate.leave();

    assertThat(gate.enter().succeeded()).isTrue();
  }
}
