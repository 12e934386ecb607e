package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.EventData.Message;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.support.EventLog;
import dev.waggle.session.support.ScriptedPage;
import dev.waggle.session.support.TestCluster;
import dev.waggle.session.support.TestCluster.Node;
import io.vertx.core.Promise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session's watchers see when its node is told to end. */
class HandoverTest {

  private static final SessionName SALES = new SessionName("sales");

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
  void shouldShowAMoveAsAShortLossOfConnectionAndNothingElse() throws Exception {
    EventLog log = working();
    Node two = cluster.startNode();
    int before = log.changes().size();

    cluster.stop(one);
    two.pages().take().becomeReady();
    log.awaitReturn();

    List<StatusChanged> seen = log.changes().subList(before, log.changes().size());
    assertThat(seen)
        .extracting(StatusChanged::status)
        .containsExactly(
            SessionStatus.RECONNECTING, SessionStatus.RECONNECTING, SessionStatus.WORKING);
    assertThat(seen.subList(0, 2))
        .extracting(StatusChanged::cause)
        .containsOnly(StatusCause.HANDED_OVER);
    assertThat(cluster.get(SALES).node()).isEqualTo(two.id());
  }

  @Test
  void shouldLetASessionWorkUntilTheNextNodeIsReadyForIt() throws Exception {
    working();
    ScriptedPage page = one.pages().opened().get(0);
    Node two = cluster.startNode();
    Promise<Void> ready = Promise.promise();
    two.pages().prepareUntil(ready.future());

    await(cluster.client().drainNode(one.id()));
    await(two.pages().preparing());

    assertThat(page.isClosed()).isFalse();
    assertThat(cluster.get(SALES).status()).isEqualTo(SessionStatus.WORKING);
    ready.complete();
    assertThat(two.pages().take().request().session()).isEqualTo(SALES);
    assertThat(page.isClosed()).isTrue();
  }

  @Test
  void shouldTellAMessageOnceThoughTheNextPageBringsItUpAgain() throws Exception {
    EventLog log = working();
    one.pages().opened().get(0).emit(new PageEvent.MessageAdded(message("a")));
    log.await(SessionEventType.MESSAGE, 1);
    Node two = cluster.startNode();

    cluster.stop(one);
    ScriptedPage next = two.pages().take();
    next.becomeReady();
    next.emit(new PageEvent.MessageAdded(message("a")));
    next.emit(new PageEvent.MessageAdded(message("b")));
    log.await(SessionEventType.MESSAGE, 2);

    assertThat(log.ofType(SessionEventType.MESSAGE))
        .extracting(event -> event.dataAs(Message.class).id())
        .containsExactly("a", "b");
  }

  @Test
  void shouldSpreadWhatItHandsOver() {
    Node two = cluster.startNode();
    cluster.stop(two);
    IntStream.range(0, 6).forEach(i -> create(new SessionName("s" + i)));
    Node three = cluster.startNode();
    Node four = cluster.startNode();

    cluster.stop(one);

    awaitOpened(three, 3);
    awaitOpened(four, 3);
  }

  @Test
  void shouldCloseWhatNobodyHasRoomFor() {
    create(SALES);
    create(new SessionName("support"));
    Node small = cluster.startNode(1);

    cluster.stop(one);

    awaitOpened(small, 1);
    assertThat(one.pages().opened()).allMatch(ScriptedPage::isClosed);
    assertThat(await(cluster.sessions().list()))
        .allMatch(each -> each.info().wanted() == Wanted.RUNNING);
  }

  private static void awaitOpened(Node node, int count) {
    Awaitility.await().untilAsserted(() -> assertThat(node.pages().opened()).hasSize(count));
  }

  private EventLog working() throws Exception {
    EventLog log = cluster.listen(SALES);
    // A profile that has nothing in it is not linked.
    Files.createDirectories(cluster.profile(SALES).resolve("Default"));
    create(SALES);
    one.pages().take().becomeReady();
    log.awaitStatus(SessionStatus.WORKING);
    return log;
  }

  private static Message message(String id) {
    return new Message(
        id,
        "5511888888888@c.us",
        "5511888888888@c.us",
        "5511999999999@c.us",
        false,
        "chat",
        "hello",
        false,
        null,
        null,
        1,
        Instant.EPOCH);
  }

  private void create(SessionName session) {
    await(cluster.client().create(session, true, SessionConfig.DEFAULT));
  }
}
