package dev.waggle.session.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionName;
import dev.waggle.session.registry.LiveNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlacementTest {

  private static final long PLENTY = 8L << 30;
  private static final long NEEDED = 300L << 20;
  private static final long LITTLE = 299L << 20;

  @Test
  void shouldPreferTheNodeWithTheFewestSessions() {
    assertThat(ids(node("busy", 5, PLENTY), node("idle", 1, PLENTY)))
        .containsExactly("idle", "busy");
  }

  @Test
  void shouldPreferTheNodeWithMoreMemoryAmongEquals() {
    assertThat(ids(node("small", 2, PLENTY), node("large", 2, 2 * PLENTY)))
        .containsExactly("large", "small");
  }

  @Test
  void shouldLeaveOutAMachineThatIsShortOfMemory() {
    LiveNode tight = node("short", 0, LITTLE);

    assertThat(ids(tight, node("busy", 9, PLENTY))).containsExactly("busy");
    assertThat(tight.refusal()).hasValue("short of memory (299 of 300 MiB free)");
    assertThat(tight.places()).isZero();
  }

  @Test
  void shouldCountTheMemoryThatPlannedSessionsTake() {
    List<SessionName> sessions = Stream.of("a", "b", "c").map(SessionName::new).toList();

    assertThat(Placement.spread(sessions, List.of(node("one", 0, NEEDED + (100L << 20)))))
        .hasSize(2);
  }

  @Test
  void shouldLeaveOutWhatIsFullOrLeaving() {
    LiveNode full = new LiveNode("full", 10, 10, PLENTY, NEEDED, false);
    LiveNode leaving = new LiveNode("leaving", 0, 10, PLENTY, NEEDED, true);

    assertThat(ids(full, leaving)).isEmpty();
  }

  @Test
  void shouldCountWhatItHasPlannedAlready() {
    List<SessionName> sessions = Stream.of("a", "b", "c").map(SessionName::new).toList();

    Map<SessionName, String> plan =
        Placement.spread(sessions, List.of(node("one", 0, PLENTY), node("two", 1, PLENTY)));

    assertThat(plan.values()).containsExactlyInAnyOrder("one", "one", "two");
  }

  @Test
  void shouldPlanNothingWithoutRoom() {
    assertThat(
            Placement.spread(
                List.of(new SessionName("a")),
                List.of(new LiveNode("x", 1, 1, PLENTY, NEEDED, false))))
        .isEmpty();
  }

  private static LiveNode node(String id, int sessions, long memory) {
    return new LiveNode(id, sessions, 10, memory, NEEDED, false);
  }

  private static List<String> ids(LiveNode... nodes) {
    return Placement.rank(List.of(nodes)).stream().map(LiveNode::id).toList();
  }
}
