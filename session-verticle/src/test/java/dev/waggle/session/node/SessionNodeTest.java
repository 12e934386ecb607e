package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.NodeInfo;
import dev.waggle.contract.NodeVersion;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.support.EventLog;
import dev.waggle.session.support.ScriptedPage;
import dev.waggle.session.support.TestCluster;
import dev.waggle.session.support.TestCluster.Node;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one node answers to the cluster. */
class SessionNodeTest {

  private static final SessionName SALES = new SessionName("sales");

  @TempDir Path data;

  private TestCluster cluster;
  private Node node;

  @BeforeEach
  void start() {
    cluster = new TestCluster(data);
    node = cluster.startNode();
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldRegisterASessionWithoutStartingIt() {
    SessionInfo created = create(false);

    assertThat(created.status()).isEqualTo(SessionStatus.STOPPED);
    assertThat(created.wanted()).isEqualTo(Wanted.STOPPED);
    assertThat(await(cluster.client().list())).containsExactly(created);
  }

  @Test
  void shouldAnswerAStartAsSoonAsTheSessionIsClaimed() {
    create(false);

    SessionInfo started = await(cluster.client().start(SALES));

    assertThat(started.status()).isEqualTo(SessionStatus.STARTING);
    assertThat(started.node()).isEqualTo(node.id());
    assertThat(started.generation()).isEqualTo(1);
    assertThat(node.pages().take().request().session()).isEqualTo(SALES);
  }

  @Test
  void shouldLetAnOrderToStopWinThatCameBeforeTheSessionWasClaimed() {
    create(false);

    SessionInfo left =
        await(
            new NodeClient(cluster.vertx(), cluster.nodes())
                .host(node.id(), new NodeCommand.Host(SALES, null)));

    assertThat(left.wanted()).isEqualTo(Wanted.STOPPED);
    assertThat(left.generation()).isZero();
  }

  @Test
  void shouldAnswerOrdersThatComeAllAtOnce() {
    create(false);
    List<Future<SessionInfo>> orders = new ArrayList<>();

    for (int i = 0; i < 10; i++) {
      orders.add(cluster.client().start(SALES));
      orders.add(cluster.client().restart(SALES));
      orders.add(cluster.client().stop(SALES));
    }

    await(Future.join(orders).otherwiseEmpty());
    assertThat(orders).allMatch(Future::succeeded);
  }

  @Test
  void shouldLeaveASessionAloneThatRuns() {
    create(true);
    node.pages().take();

    SessionInfo again = await(cluster.client().start(SALES));

    assertThat(again.generation()).isEqualTo(1);
    assertThat(node.pages().opened()).hasSize(1);
  }

  @Test
  void shouldRefuseWhatCannotBeDone() {
    create(false);

    assertThat(codeOf(cluster.client().create(SALES, false, SessionConfig.DEFAULT)))
        .isEqualTo(ErrorCode.SESSION_EXISTS);
    assertThat(codeOf(cluster.client().start(new SessionName("nobody"))))
        .isEqualTo(ErrorCode.SESSION_NOT_FOUND);
    assertThat(codeOf(cluster.client().sendText(SALES, "5511999999999", "hi")))
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void shouldRefuseWhatIsNoCommand() {
    assertThat(askRaw(new JsonObject().put("action", "fly"))).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(askRaw("start")).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(askRaw(new JsonObject().put("action", "start").put("session", "../etc")))
        .isEqualTo(ErrorCode.INVALID_SESSION_NAME);
  }

  @Test
  void shouldReplaceTheConfig() {
    create(false);

    SessionInfo updated =
        await(cluster.client().update(SALES, new SessionConfig(9, null, Map.of("team", "north"))));

    assertThat(updated.config().metadata()).containsEntry("team", "north");
  }

  @Test
  void shouldStopASessionAndKeepItsProfile() throws IOException {
    ScriptedPage page = working();

    SessionInfo stopped = await(cluster.client().stop(SALES));

    assertThat(stopped.status()).isEqualTo(SessionStatus.STOPPED);
    assertThat(stopped.wanted()).isEqualTo(Wanted.STOPPED);
    assertThat(stopped.me()).isEqualTo(ScriptedPage.ME);
    assertThat(page.isClosed()).isTrue();
    assertThat(cluster.profile(SALES)).isDirectory();
  }

  @Test
  void shouldStopWhatHasStopped() {
    create(false);

    assertThat(await(cluster.client().stop(SALES)).status()).isEqualTo(SessionStatus.STOPPED);
  }

  @Test
  void shouldRestartWithANewGeneration() throws IOException {
    ScriptedPage first = working();

    SessionInfo restarted = await(cluster.client().restart(SALES));

    assertThat(restarted.generation()).isEqualTo(2);
    node.pages().take();
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void shouldLogOutAndForgetTheAccount() throws IOException {
    ScriptedPage page = working();

    SessionInfo out = await(cluster.client().logout(SALES));

    assertThat(out.status()).isEqualTo(SessionStatus.LOGGED_OUT);
    assertThat(out.me()).isNull();
    assertThat(page.logouts()).isEqualTo(1);
    assertThat(cluster.profile(SALES)).doesNotExist();
  }

  @Test
  void shouldLogOutASessionThatDoesNotRun() throws IOException {
    working();
    await(cluster.client().stop(SALES));

    SessionInfo out = await(cluster.client().logout(SALES));

    assertThat(out.status()).isEqualTo(SessionStatus.LOGGED_OUT);
    assertThat(out.reason()).contains("remove the device on the phone");
    assertThat(cluster.profile(SALES)).doesNotExist();
  }

  @Test
  void shouldNotHideThatWhatsAppWasNotToldOfALogout() throws Exception {
    working().fallDeaf();

    SessionInfo out = await(cluster.client().logout(SALES));

    assertThat(out.reason()).contains("remove the device on the phone");
  }

  @Test
  void shouldResetToAFreshProfile() throws IOException {
    working();

    SessionInfo reset = await(cluster.client().reset(SALES));

    assertThat(reset.status()).isEqualTo(SessionStatus.STARTING);
    assertThat(reset.me()).isNull();
    assertThat(node.pages().take().request().profile()).isEmptyDirectory();
  }

  @Test
  void shouldDeleteEverythingOfASession() throws IOException {
    ScriptedPage page = working();

    await(cluster.client().delete(SALES));

    assertThat(codeOf(cluster.client().get(SALES))).isEqualTo(ErrorCode.SESSION_NOT_FOUND);
    assertThat(page.isClosed()).isTrue();
    assertThat(cluster.profile(SALES)).doesNotExist();
  }

  @Test
  void shouldStartAgainAfterAFailure() {
    create(true);
    EventLog events = cluster.listen(SALES);
    ScriptedPage page = node.pages().take();
    for (int i = 0; i < 4; i++) {
      page.emit(new PageEvent.QrShown("2@" + i + ",n,i,a,1"));
    }
    events.awaitStatus(SessionStatus.FAILED);

    SessionInfo again = await(cluster.client().start(SALES));

    assertThat(again.status()).isEqualTo(SessionStatus.STARTING);
    assertThat(again.generation()).isEqualTo(2);
    node.pages().take();
  }

  @Test
  void shouldNotRunByItselfWhatHasFailed() {
    create(true);
    EventLog events = cluster.listen(SALES);
    ScriptedPage page = node.pages().take();
    for (int i = 0; i < 4; i++) {
      page.emit(new PageEvent.QrShown("2@" + i + ",n,i,a,1"));
    }
    events.awaitStatus(SessionStatus.FAILED);

    create(new SessionName("later"));
    node.pages().take();

    assertThat(node.pages().opened()).hasSize(2);
    assertThat(cluster.get(SALES).status()).isEqualTo(SessionStatus.FAILED);
  }

  @Test
  void shouldStopWhatIsWantedNoMore() throws IOException {
    ScriptedPage page = working();

    await(cluster.sessions().setWanted(SALES, Wanted.STOPPED));

    Awaitility.await().until(page::isClosed);
    Awaitility.await().until(() -> cluster.get(SALES).status() == SessionStatus.STOPPED);
  }

  @Test
  void shouldTellWhatItsMachineHas() {
    NodeInfo self = await(cluster.client().nodes()).get(0);

    assertThat(self.id()).isEqualTo(node.id());
    assertThat(self.self()).isTrue();
    assertThat(self.live()).isTrue();
    assertThat(self.version()).matches("\\d+\\.\\d+.*");
    assertThat(self.freeMemory()).isPositive().isLessThanOrEqualTo(self.totalMemory());
    assertThat(self.cpuLoad()).isBetween(0.0, 1.0);
  }

  @Test
  void shouldTellWhatItRuns() {
    NodeVersion version = await(cluster.client().version());

    assertThat(version.node()).isEqualTo(node.id());
    assertThat(version.version()).matches("\\d+\\.\\d+.*");
    assertThat(version.waJs()).isEqualTo("4.6.0");
    assertThat(version.browser()).isNull();
  }

  private SessionInfo create(boolean start) {
    return await(cluster.client().create(SALES, start, SessionConfig.DEFAULT));
  }

  private void create(SessionName session) {
    await(cluster.client().create(session, true, SessionConfig.DEFAULT));
  }

  private ScriptedPage working() throws IOException {
    EventLog events = cluster.listen(SALES);
    create(true);
    ScriptedPage page = node.pages().take();
    Files.createDirectories(page.request().profile().resolve("Default"));
    page.emit(new PageEvent.Scanned());
    page.becomeReady();
    events.awaitStatus(SessionStatus.WORKING);
    return page;
  }

  private ErrorCode askRaw(Object body) {
    return codeOf(
        cluster
            .vertx()
            .eventBus()
            .request(Addresses.SESSIONS, body)
            .recover(failure -> io.vertx.core.Future.failedFuture(WaggleException.of(failure))));
  }
}
