package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.registry.NodeLoad;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.ScriptedPage;
import dev.waggle.session.support.TestCluster;
import dev.waggle.session.support.TestCluster.Node;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets which session, and what becomes of it when its node goes. */
class SeveralNodesTest {

  private static final SessionName SALES = new SessionName("sales");

  @TempDir Path data;

  private TestCluster cluster;

  @BeforeEach
  void start() {
    cluster = new TestCluster(data);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldSpreadSessionsEvenly() {
    Node one = cluster.startNode();
    Node two = cluster.startNode();

    IntStream.range(0, 6).forEach(i -> create(new SessionName("s" + i)));

    awaitOpened(one, 3);
    awaitOpened(two, 3);
  }

  @Test
  void shouldRunASessionOnceHoweverOftenItIsStarted() {
    Node one = cluster.startNode();
    Node two = cluster.startNode();
    await(cluster.client().create(SALES, false, SessionConfig.DEFAULT));

    List<Future<SessionInfo>> starts =
        IntStream.range(0, 10).mapToObj(i -> cluster.client().start(SALES)).toList();
    await(Future.all(starts));

    assertThat(starts).allMatch(start -> start.result().generation() == 1);
    Node owner = one.id().equals(cluster.get(SALES).node()) ? one : two;
    owner.pages().take();
    assertThat(one.pages().opened().size() + two.pages().opened().size()).isEqualTo(1);
  }

  @Test
  void shouldGoToTheOtherNodeWhenOneIsFull() {
    Node small = cluster.startNode(1);
    Node large = cluster.startNode(10);

    IntStream.range(0, 4).forEach(i -> create(new SessionName("s" + i)));

    awaitOpened(small, 1);
    awaitOpened(large, 3);
  }

  @Test
  void shouldSayWhenEveryNodeIsFullAndStartWhenThereIsRoom() {
    Node only = cluster.startNode(1);
    create(new SessionName("first"));
    only.pages().take();
    await(cluster.client().create(SALES, false, SessionConfig.DEFAULT));

    assertThat(codeOf(cluster.client().start(SALES))).isEqualTo(ErrorCode.NO_CAPACITY);

    await(cluster.client().stop(new SessionName("first")));
    assertThat(only.pages().take().request().session()).isEqualTo(SALES);
  }

  @Test
  void shouldRunAtItsStartWhatWasWantedRunning() {
    await(cluster.sessions().create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));

    Node node = cluster.startNode();

    assertThat(node.pages().take().request().session()).isEqualTo(SALES);
  }

  @Test
  void shouldTakeOverWhatADeadNodeOwned() {
    await(cluster.sessions().create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));
    await(cluster.nodes().join("dead", Duration.ofMillis(500), this::idle));
    assertThat(await(cluster.ownerships().claim(SALES, "dead"))).isPresent();

    Node survivor = cluster.startNode();

    assertThat(survivor.pages().take().request().generation()).isEqualTo(2);
  }

  @Test
  void shouldTakeOverWhenTheLeaseOfADeadNodeEndsHoweverSeldomItLooks() {
    await(cluster.sessions().create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));
    await(cluster.nodes().join("dead", Duration.ofSeconds(2), this::idle));
    assertThat(await(cluster.ownerships().claim(SALES, "dead"))).isPresent();

    Node survivor = cluster.startNode(FastSettings.LEASE_WITH_FEW_LOOKS);

    assertThat(survivor.pages().take().request().generation()).isEqualTo(2);
  }

  @Test
  void shouldLeaveToALivingNodeWhatItOwns() {
    await(cluster.sessions().create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));
    await(cluster.nodes().join("alive", Duration.ofMinutes(5), this::idle));
    assertThat(await(cluster.ownerships().claim(SALES, "alive"))).isPresent();
    Node node = cluster.startNode();

    create(new SessionName("another"));

    assertThat(node.pages().take().request().session()).isEqualTo(new SessionName("another"));
    assertThat(cluster.get(SALES).node()).isEqualTo("alive");
  }

  @Test
  void shouldSayThatTheOwnerIsGoneUntilAnotherTakesOver() {
    await(cluster.sessions().create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));
    await(cluster.nodes().join("silent", Duration.ofMinutes(5), this::idle));
    assertThat(await(cluster.ownerships().claim(SALES, "silent"))).isPresent();
    cluster.startNode();

    assertThat(codeOf(cluster.client().stop(SALES))).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
    assertThat(codeOf(cluster.client().observe(SALES))).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
  }

  @Test
  void shouldHandItsSessionsOverWhenItIsStopped() {
    Node one = cluster.startNode();
    create(SALES);
    ScriptedPage first = one.pages().take();
    Node two = cluster.startNode();

    cluster.stop(one);

    assertThat(first.isClosed()).isTrue();
    assertThat(two.pages().take().request().session()).isEqualTo(SALES);
    assertThat(cluster.get(SALES).wanted()).isEqualTo(Wanted.RUNNING);
  }

  @Test
  void shouldLeaveNoRowBehindWhenItIsStopped() {
    Node one = cluster.startNode();
    create(SALES);

    cluster.stop(one);

    assertThat(await(cluster.nodes().live())).isEmpty();
    SessionInfo left = await(cluster.sessions().get(SALES)).info();
    assertThat(left.status()).isEqualTo(SessionStatus.STOPPED);
    assertThat(left.wanted()).isEqualTo(Wanted.RUNNING);
  }

  @Test
  void shouldCloseItsBrowsersWhenItsLeaseIsLostAndComeBack() {
    Node node = cluster.startNode();
    create(SALES);
    ScriptedPage first = node.pages().take();

    await(cluster.nodes().renew(node.id(), Duration.ofMillis(-1), this::idle));

    Awaitility.await().until(first::isClosed);
    ScriptedPage second = node.pages().take();
    assertThat(second.request().generation()).isEqualTo(2);
    assertThat(cluster.get(SALES).node()).isEqualTo(node.id());
  }

  private static void awaitOpened(Node node, int count) {
    Awaitility.await().untilAsserted(() -> assertThat(node.pages().opened()).hasSize(count));
  }

  private NodeLoad idle() {
    return new NodeLoad("1", 10, 1_000_000, 0, 2_000_000, 0.5, false);
  }

  private void create(SessionName session) {
    await(cluster.client().create(session, true, SessionConfig.DEFAULT));
  }
}
