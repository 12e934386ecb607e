package dev.waggle.session.lifecycle;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.MessageSent;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.page.PageEvent.Cause;
import dev.waggle.session.page.PageEvent.Closed;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.settings.RecoverySettings;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that works and is to be replaced all the same. */
class RecyclingTest {

  private static final Reason GREEDY = new Reason(StatusCause.MEMORY_OVER_BUDGET, "Too large.");
  private static final String FRIEND = "5511888888888";
  private static final Duration AT_ONCE = Duration.ofMillis(50);

  @TempDir Path data;

  private OwnedSession session;
  private Future<MessageSent> send;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldReplaceTheBrowserInAQuietMomentAndSayWhy() throws IOException {
    ScriptedPage page = workingPage(FastSettings.RECOVERY);

    Future<Void> done = session.verticle().recycle(GREEDY);

    ScriptedPage next = session.pages().take();
    assertThat(page.isClosed()).isTrue();
    assertThat(session.events().awaitStatus(SessionStatus.RECONNECTING).cause())
        .isEqualTo(StatusCause.MEMORY_OVER_BUDGET);
    next.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
    await(done);
  }

  @Test
  void shouldWaitForASendThatIsUnderWay() throws IOException {
    ScriptedPage page = sendingPage(FastSettings.RECOVERY);

    Future<Void> done = session.verticle().recycle(GREEDY);

    Awaitility.await()
        .during(Duration.ofMillis(600))
        .until(() -> session.pages().opened().size() == 1);
    assertThat(done.isComplete()).isFalse();
    page.takeSends();
    await(send);
    session.pages().take();
  }

  @Test
  void shouldFinishASendThatIsUnderWayWhenNoMomentIsQuiet() throws IOException {
    ScriptedPage page = sendingPage(FastSettings.quietWithin(AT_ONCE));

    session.verticle().recycle(GREEDY);

    session.events().awaitStatus(SessionStatus.RECONNECTING);
    assertThat(page.isClosed()).isFalse();
    page.takeSends();
    assertThat(await(send).chatId()).startsWith(FRIEND);
    session.pages().take();
    assertThat(page.isClosed()).isTrue();
  }

  @Test
  void shouldNotCallAPageReadyAgainThatIsToBeReplaced() throws IOException {
    ScriptedPage page = sendingPage(FastSettings.quietWithin(AT_ONCE));
    session.verticle().recycle(GREEDY);
    session.events().awaitStatus(SessionStatus.RECONNECTING);

    page.becomeReady();
    page.takeSends();

    session.pages().take();
    assertThat(session.events().statuses()).endsWith(SessionStatus.RECONNECTING);
  }

  @Test
  void shouldOpenOneBrowserOnlyWhenTheOldOneDiesBeforeItIsReplaced() throws IOException {
    ScriptedPage page = sendingPage(FastSettings.quietWithin(AT_ONCE));
    session.verticle().recycle(GREEDY);
    session.events().awaitStatus(SessionStatus.RECONNECTING);

    page.emit(new Closed(Cause.BROWSER));

    ScriptedPage next = session.pages().take();
    page.takeSends();
    next.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
    assertThat(next.isClosed()).isFalse();
    assertThat(session.pages().opened()).hasSize(2);
  }

  @Test
  void shouldLeaveASessionAloneThatIsBeingLinked() {
    session = new OwnedSession(FastSettings.in(data)).start();
    session.pages().take();

    await(session.verticle().recycle(GREEDY));

    assertThat(session.pages().opened()).hasSize(1);
  }

  /** A working page with a send under way. */
  private ScriptedPage sendingPage(RecoverySettings recovery) throws IOException {
    ScriptedPage page = workingPage(recovery);
    page.holdSends();
    send = session.client().sendText(OwnedSession.NAME, FRIEND, "Hello");
    Awaitility.await().until(() -> page.sent().size() == 1);
    return page;
  }

  private ScriptedPage workingPage(RecoverySettings recovery) throws IOException {
    session = new OwnedSession(FastSettings.with(FastSettings.in(data), recovery)).linked().start();
    ScriptedPage page = session.pages().take();
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
    return page;
  }
}
