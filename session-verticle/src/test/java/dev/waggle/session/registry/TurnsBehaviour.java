package dev.waggle.session.registry;

import static dev.waggle.session.registry.RegistryUnderTest.LONG;
import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Work that one node at a time may do. */
interface TurnsBehaviour {

  /** The registry of this test alone. */
  RegistryUnderTest registry();

  @Test
  default void shouldGiveATurnToOneNodeAtATime() {
    ClusterTurn turn = new ClusterTurn(registry().database, ClusterTurn.Work.REBALANCE);
    registry().join("one", LONG);
    registry().join("two", LONG);

    assertThat(await(turn.take("one"))).isTrue();
    assertThat(await(turn.take("two"))).isFalse();
    await(turn.giveBack("two"));
    assertThat(await(turn.isHeldBy("one"))).isTrue();
    await(turn.giveBack("one"));
    assertThat(await(turn.take("two"))).isTrue();
  }

  @Test
  default void shouldTakeATurnFromANodeThatIsGoneOrBeginsAnew() {
    ClusterTurn turn = new ClusterTurn(registry().database, ClusterTurn.Work.REBALANCE);
    registry().join("one", LONG);
    registry().join("two", LONG);
    await(turn.take("one"));

    registry().lapse("one");
    assertThat(await(turn.take("two"))).isTrue();
    assertThat(await(turn.isHeldBy("one"))).isFalse();
    registry().join("two", LONG);
    assertThat(await(turn.isHeldBy("two"))).isFalse();
  }
}
