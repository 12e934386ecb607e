package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static dev.waggle.session.support.Futures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.NodeInfo;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.registry.ClusterTurn;
import dev.waggle.session.registry.NodeLoad;
import dev.waggle.session.support.ScriptedPage;
import dev.waggle.session.support.TestCluster;
import dev.waggle.session.support.TestCluster.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nodes as a whole are told to do. */
class NodeOrdersTest {

  @TempDir Path data;

  private TestCluster cluster;
  private Node one;

  @BeforeEach
  void start() {
    cluster = new TestCluster(data);
    one = cluster.startNode();
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldHandEverythingOverWhenItIsToldToDrain() {
    working(3);
    Node two = cluster.startNode();

    assertThat(await(cluster.client().drainNode(one.id())))
        .extracting("node", "sessions", "places")
        .containsExactly(one.id(), 3, 10);

    await(one.drained());
    Awaitility.await().untilAsserted(() -> assertThat(two.pages().opened()).hasSize(3));
    assertThat(one.pages().opened()).allMatch(ScriptedPage::isClosed);
  }

  @Test
  void shouldShowADrainingNodeAndGiveItNothingNew() {
    Node two = cluster.startNode();
    await(cluster.client().drainNode(one.id()));
    await(one.drained());

    create("late");

    assertThat(two.pages().take().request().session()).isEqualTo(new SessionName("late"));
    assertThat(await(cluster.client().nodes()))
        .filteredOn(NodeInfo::draining)
        .extracting(NodeInfo::id)
        .containsExactly(one.id());
  }

  @Test
  void shouldSayThatThereIsNoSuchNode() {
    assertThat(codeOf(cluster.client().drainNode("nobody"))).isEqualTo(ErrorCode.NODE_NOT_FOUND);
    assertThat(one.drained().isComplete()).isFalse();
  }

  @Test
  void shouldEvenOutWithANewNodeOnRequestOnly() {
    working(4);
    Node two = cluster.startNode();
    two.pages().connectAll();

    assertThat(await(cluster.client().rebalance()).moves()).isEqualTo(2);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(await(cluster.client().nodes()))
                    .extracting(NodeInfo::sessions)
                    .containsExactly(2, 2));
    assertThat(two.pages().opened()).hasSize(2);
  }

  @Test
  void shouldNotBeginWhileAnotherNodeEvensThemOut() {
    ClusterTurn turn = cluster.turn(ClusterTurn.Work.REBALANCE);
    NodeLoad leaving = new NodeLoad("1", 10, 0, 0, 0, 0, true);
    await(cluster.nodes().join("elsewhere", Duration.ofMinutes(1), () -> leaving));
    await(turn.take("elsewhere"));

    assertThat(codeOf(cluster.client().rebalance())).isEqualTo(ErrorCode.WRONG_STATE);

    await(turn.giveBack("elsewhere"));
    assertThat(await(cluster.client().rebalance()).moves()).isZero();
  }

  @Test
  void shouldNotMoveASessionThatShowsAQr() {
    IntStream.range(0, 4).forEach(i -> create("s" + i));
    Node two = cluster.startNode();

    assertThat(await(cluster.client().rebalance()).moves()).isEqualTo(2);

    // One that is under way refuses another one; this one ends without a move.
    Awaitility.await()
        .ignoreExceptionsInstanceOf(WaggleException.class)
        .untilAsserted(() -> assertThat(await(cluster.client().rebalance()).moves()).isEqualTo(2));
    assertThat(two.pages().opened()).isEmpty();
  }

  @Test
  void shouldSayOfEachNodeWhyItHasNoRoom() {
    Node small = cluster.startNode(1);
    Node tight = cluster.startNodeShortOfMemory();
    working(11);
    await(cluster.client().create(new SessionName("late"), false, SessionConfig.DEFAULT));

    WaggleException refusal = failureOf(cluster.client().start(new SessionName("late")));

    assertThat(refusal.code()).isEqualTo(ErrorCode.NO_CAPACITY);
    assertThat(refusal)
        .hasMessageContaining(one.id() + ": full (10 of 10)")
        .hasMessageContaining(small.id() + ": full (1 of 1)")
        .hasMessageContaining(tight.id() + ": short of memory");
    assertThat(tight.pages().opened()).isEmpty();
  }

  private void working(int count) {
    List<SessionName> names =
        IntStream.range(0, count).mapToObj(i -> new SessionName("s" + i)).toList();
    names.forEach(
        name -> {
          linked(name);
          create(name.value());
        });
    Awaitility.await()
        .untilAsserted(
            () -> {
              one.pages().opened().forEach(ScriptedPage::becomeReady);
              assertThat(one.pages().opened()).hasSizeGreaterThanOrEqualTo(Math.min(count, 10));
            });
  }

  /** A profile that has nothing in it is not linked. */
  private void linked(SessionName name) {
    try {
      Files.createDirectories(cluster.profile(name).resolve("Default"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create(String name) {
    await(cluster.client().create(new SessionName(name), true, SessionConfig.DEFAULT));
  }
}
