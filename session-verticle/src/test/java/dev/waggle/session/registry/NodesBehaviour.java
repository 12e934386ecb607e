package dev.waggle.session.registry;

import static dev.waggle.session.registry.RegistryUnderTest.LAPSED;
import static dev.waggle.session.registry.RegistryUnderTest.LONG;
import static dev.waggle.session.registry.RegistryUnderTest.SALES;
import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.NodeInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of nodes, and how long they live. */
interface NodesBehaviour {

  /** The registry of this test alone. */
  RegistryUnderTest registry();

  @Test
  default void shouldNotReviveALeaseThatHasRunOut() {
    registry().join("one", LAPSED);

    assertThat(await(registry().nodes.renew("one", LONG, registry()::idle))).isFalse();
    assertThat(await(registry().nodes.live())).isEmpty();
  }

  @Test
  default void shouldRenewALeaseThatIsValid() {
    registry().join("one", LONG);

    assertThat(
            await(
                registry()
                    .nodes
                    .renew("one", LONG, () -> new NodeLoad("1", 7, 42, 21, 84, 0.25, true))))
        .isTrue();
    assertThat(await(registry().nodes.live()))
        .containsExactly(new LiveNode("one", 0, 7, 42, 21, true));
  }

  @Test
  default void shouldListEveryNodeWithWhatItToldLast() {
    Ownership ownership = registry().claimedBy("one");
    registry().create(new SessionName("support"));
    await(registry().ownerships.claim(new SessionName("support"), "one"));
    await(
        registry()
            .ownerships
            .saveState(
                ownership, new SavedState(SessionStatus.FAILED, Reason.of("Gave up."), null)));
    registry().join("two", LAPSED);

    List<NodeInfo> listed = await(new NodeDirectory(registry().database).list("one"));

    assertThat(listed).extracting(NodeInfo::leaseUntil).doesNotContainNull();
    assertThat(listed)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("leaseUntil")
        .containsExactly(
            new NodeInfo(
                "one", "1", true, 2, 1, 10, 8, 1_000_000, 2_000_000, 0.5, false, null, true),
            new NodeInfo(
                "two", "1", false, 0, 0, 10, 0, 1_000_000, 2_000_000, 0.5, false, null, false));
  }

  @Test
  default void shouldCountNoPlacesOnAMachineThatIsShortOfMemory() {
    await(registry().nodes.join("one", LONG, () -> new NodeLoad("1", 10, 42, 43, 84, 0.5, false)));

    assertThat(await(new NodeDirectory(registry().database).list("one")))
        .extracting(NodeInfo::places)
        .containsExactly(0);
    assertThat(await(registry().nodes.live())).noneMatch(LiveNode::hasRoom);
  }

  @Test
  default void shouldCountTheSessionsOfANode() {
    registry().claimedBy("one");
    registry().join("two", LONG);

    assertThat(await(registry().nodes.live())).extracting(LiveNode::sessions).containsExactly(1, 0);
  }

  @Test
  default void shouldGiveUpWhatANodeOwnedWhenItJoinsAgain() {
    registry().claimedBy("one");

    registry().join("one", LONG);

    assertThat(await(registry().sessions.get(SALES)).isOwned()).isFalse();
  }
}
