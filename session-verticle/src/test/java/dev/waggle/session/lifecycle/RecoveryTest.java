package dev.waggle.session.lifecycle;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageEvent.Cause;
import dev.waggle.session.settings.RecoverySettings;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A linked session comes back, and is never called working when it is not. */
class RecoveryTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(150);

  @TempDir Path data;

  private OwnedSession session;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldComeBackWithoutAQr() throws IOException {
    ScriptedPage page = linkedPage();
    page.emit(new PageEvent.Syncing());

    page.becomeReady();

    session.events().awaitStatus(SessionStatus.WORKING);
    assertThat(session.events().statuses()).doesNotContain(SessionStatus.SCAN_QR_CODE);
    assertThat(session.events().ofType(SessionEventType.COMPLETE)).isEmpty();
  }

  @Test
  void shouldNotWorkBeforeThePageConfirmsThatItIsReady() throws IOException {
    ScriptedPage page = linkedPage();

    page.emit(new PageEvent.Syncing());
    page.emit(new PageEvent.Ready(ScriptedPage.ME));
    session.events().awaitStatus(SessionStatus.AUTHENTICATED);
    page.connectSilently();

    session.events().awaitStatus(SessionStatus.WORKING);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void shouldOpenANewBrowserWhenTheOldOneDies(Cause cause) throws IOException {
    ScriptedPage first = workingPage();

    first.emit(new PageEvent.Closed(cause));

    session.events().awaitStatus(SessionStatus.RECONNECTING);
    session.pages().take().becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void shouldOpenTheNextBrowserAtOnceWhenOneThatWorkedIsLost() throws IOException {
    RecoverySettings late = FastSettings.waiting(LONG);
    session = new OwnedSession(with(late)).linked().start();
    ScriptedPage page = session.pages().take();
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);

    page.emit(new PageEvent.Closed(Cause.DRIVER));

    session.pages().take();
  }

  @Test
  void shouldGiveUpAfterSoManyBrowsersInARow() throws IOException {
    ScriptedPage page = workingPage();

    page.emit(new PageEvent.Closed(Cause.BROWSER));
    session.pages().take().emit(new PageEvent.Closed(Cause.BROWSER));
    session.pages().take().emit(new PageEvent.Closed(Cause.BROWSER));

    StatusChanged end = session.events().awaitStatus(SessionStatus.FAILED);
    assertThat(end.reason()).contains("Gave up after 2 new browsers");
  }

  @Test
  void shouldTryAgainWhenThePageCannotBeReached() {
    session = new OwnedSession(FastSettings.in(data));
    session.pages().refuse(new WaggleException(ErrorCode.PAGE_UNREACHABLE, "Nothing there."));

    session.start();

    StatusChanged end = session.events().awaitStatus(SessionStatus.FAILED);
    assertThat(end.reason()).contains("Nothing there.");
    assertThat(session.events().statuses())
        .containsExactly(
            SessionStatus.STARTING,
            SessionStatus.STARTING,
            SessionStatus.STARTING,
            SessionStatus.FAILED);
  }

  @Test
  void shouldFailAtOnceWhenThereIsNoBrowser() {
    session = new OwnedSession(FastSettings.in(data));
    session.pages().refuse(new WaggleException(ErrorCode.BROWSER_NOT_FOUND, "No Chromium."));

    session.start();

    assertThat(session.events().awaitStatus(SessionStatus.FAILED).reason())
        .isEqualTo("No Chromium.");
    assertThat(session.events().statuses())
        .containsExactly(SessionStatus.STARTING, SessionStatus.FAILED);
  }

  @Test
  void shouldWaitForThePageToFindItsConnection() throws IOException {
    ScriptedPage page = workingPage();
    page.disconnectSilently();
    page.emit(new PageEvent.Disconnected());
    session.events().awaitStatus(SessionStatus.RECONNECTING);

    page.becomeReady();

    session.events().awaitStatus(SessionStatus.WORKING);
    assertThat(session.pages().opened()).hasSize(1);
  }

  @Test
  void shouldReplaceABrowserThatStaysOffline() throws IOException {
    session = new OwnedSession(with(FastSettings.recovery(2, LONG, SHORT))).linked().start();
    ScriptedPage page = session.pages().take();
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);

    page.emit(new PageEvent.Disconnected());

    session.pages().take();
    assertThat(page.isClosed()).isTrue();
  }

  @Test
  void shouldReplaceABrowserThatDoesNotComeBackInTime() throws IOException {
    session = new OwnedSession(with(FastSettings.recovery(2, SHORT, LONG))).linked().start();
    ScriptedPage page = session.pages().take();

    session.pages().take();

    assertThat(page.isClosed()).isTrue();
  }

  @Test
  void shouldNotCallAPageWorkingThatSaysItIsNot() throws IOException {
    ScriptedPage page = workingPage();

    page.disconnectSilently();

    session.events().awaitStatus(SessionStatus.RECONNECTING);
    page.connectSilently();
    session.events().awaitStatus(SessionStatus.WORKING);
  }

  @Test
  void shouldReplaceABrowserWhosePageDoesNotAnswer() throws IOException {
    ScriptedPage page = workingPage();

    page.fallSilent();

    session.pages().take();
    assertThat(page.isClosed()).isTrue();
    assertThat(session.registered().status()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(session.registered().cause()).isEqualTo(StatusCause.PAGE_SILENT);
  }

  @Test
  void shouldKeepAPageThatIsTooBusyToAnswerButSpeaks() throws IOException {
    ScriptedPage page = workingPage();
    int before = page.probes();

    page.beTooBusyToAnswer();

    Awaitility.await().until(() -> page.probes() > before + 4);
    assertThat(page.isClosed()).isFalse();
    assertThat(session.registered().status()).isEqualTo(SessionStatus.WORKING);
  }

  @Test
  void shouldTakeTheConnectionBackAfterAConflict() throws IOException {
    ScriptedPage page = workingPage();
    page.disconnectSilently();

    page.emit(new PageEvent.Conflict());

    Awaitility.await().until(() -> page.takeOvers() == 1);
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
  }

  @Test
  void shouldEndInConflictWhenTheConnectionIsTakenAgainAndAgain() throws IOException {
    ScriptedPage page = workingPage();

    for (int i = 0; i < 4; i++) {
      page.emit(new PageEvent.Conflict());
    }

    session.events().awaitStatus(SessionStatus.CONFLICT);
    await(session.verticle().whenOver());
    assertThat(page.takeOvers()).isEqualTo(3);
    assertThat(page.isClosed()).isTrue();
  }

  @Test
  void shouldLeaveTheConnectionToOthersWithoutALease() throws IOException {
    ScriptedPage page = workingPage();
    session.loseLease();

    page.emit(new PageEvent.Conflict());

    session.events().awaitStatus(SessionStatus.CONFLICT);
    assertThat(page.takeOvers()).isZero();
  }

  @Test
  void shouldLeaveTheConnectionToTheOwnerThatTheRegistryKnows() throws IOException {
    ScriptedPage page = workingPage();
    session.overtake();

    page.emit(new PageEvent.Conflict());

    await(session.verticle().whenOver());
    assertThat(page.isClosed()).isTrue();
    assertThat(page.takeOvers()).isZero();
    assertThat(session.registered().node()).isEqualTo("two");
  }

  @Test
  void shouldNotTakeTheConnectionBackWhenItIsToldToStop() throws IOException {
    session = new OwnedSession(with(FastSettings.stoppingOnConflict())).linked().start();
    ScriptedPage page = session.pages().take();
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);

    page.emit(new PageEvent.Conflict());

    StatusChanged end = session.events().awaitStatus(SessionStatus.CONFLICT);
    assertThat(end.cause()).isEqualTo(StatusCause.OPENED_ELSEWHERE);
    assertThat(page.takeOvers()).isZero();
  }

  @Test
  void shouldSayNothingMoreOnceAnotherNodeHasTheSession() throws IOException {
    ScriptedPage page = workingPage();
    session.overtake();
    int told = session.events().all().size();

    page.emit(new PageEvent.Disconnected());

    await(session.verticle().whenOver());
    assertThat(page.isClosed()).isTrue();
    assertThat(session.registered().node()).isEqualTo("two");
    assertThat(session.events().all()).hasSize(told);
  }

  private ScriptedPage linkedPage() throws IOException {
    session = new OwnedSession(FastSettings.in(data)).linked().start();
    return session.pages().take();
  }

  private ScriptedPage workingPage() throws IOException {
    ScriptedPage page = linkedPage();
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
    return page;
  }

  private dev.waggle.session.settings.SessionNodeSettings with(RecoverySettings recovery) {
    return FastSettings.with(FastSettings.in(data), recovery);
  }
}
