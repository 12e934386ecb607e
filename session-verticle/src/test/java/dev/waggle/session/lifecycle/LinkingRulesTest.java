package dev.waggle.session.lifecycle;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.LinkComplete;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.settings.LinkingSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first QR to WORKING, and the ways in which nobody scans. */
class LinkingRulesTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(150);

  @TempDir Path data;

  private OwnedSession session;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldShowTheQrOfThePage() {
    ScriptedPage page = startedPage();

    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));

    QrCode qr = session.events().await(SessionEventType.QR, 1).dataAs(QrCode.class);
    assertThat(qr.urlCode()).isEqualTo("2@first,n,i,a,1");
    assertThat(qr.attempt()).isEqualTo(1);
    assertThat(qr.maxAttempts()).isEqualTo(3);
    assertThat(qr.expiresAt())
        .isCloseTo(qr.generatedAt().plus(LONG), within(1, ChronoUnit.SECONDS));
    assertThat(session.registered().status()).isEqualTo(SessionStatus.SCAN_QR_CODE);
    assertThat(await(session.client().qr(OwnedSession.NAME))).isEqualTo(qr);
  }

  @Test
  void shouldCountEachQr() {
    ScriptedPage page = startedPage();

    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);
    page.emit(new PageEvent.QrShown("2@second,n,i,a,1"));

    QrCode second = session.events().await(SessionEventType.QR, 2).dataAs(QrCode.class);
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(session.events().statuses()).containsOnlyOnce(SessionStatus.SCAN_QR_CODE);
  }

  @Test
  void shouldEndWhenMoreQrsAreShownThanAllowed() {
    ScriptedPage page = startedPage();

    for (int i = 1; i <= 4; i++) {
      page.emit(new PageEvent.QrShown("2@" + i + ",n,i,a,1"));
    }

    StatusChanged end = session.events().awaitStatus(SessionStatus.FAILED);
    assertThat(end.reason()).contains("None of the 3 QR codes was scanned");
    await(session.verticle().whenOver());
    assertThat(page.isClosed()).isTrue();
    assertThat(session.registered().node()).isNull();
  }

  @Test
  void shouldEndWhenTheLastQrHasExpired() {
    session = new OwnedSession(with(new LinkingSettings(1, LONG, SHORT, SHORT, LONG))).start();

    session.pages().take().emit(new PageEvent.QrShown("2@only,n,i,a,1"));

    session.events().awaitStatus(SessionStatus.FAILED);
  }

  @Test
  void shouldAskForMoreQrsWhenThePageIsIdle() {
    ScriptedPage page = startedPage();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);

    page.emit(new PageEvent.QrIdle());

    Awaitility.await().until(() -> page.refreshes() == 1);
    assertThat(codeOf(session.client().qr(OwnedSession.NAME)))
        .isEqualTo(ErrorCode.QR_NOT_AVAILABLE);
  }

  @Test
  void shouldAskForMoreQrsWhenThePageStopsWithoutAWord() {
    session = new OwnedSession(with(new LinkingSettings(3, SHORT, SHORT, SHORT, LONG))).start();
    ScriptedPage page = session.pages().take();

    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));

    Awaitility.await().until(() -> page.refreshes() == 1);
  }

  @Test
  void shouldOpenANewBrowserWhenNoQrComes() {
    session = new OwnedSession(with(new LinkingSettings(3, SHORT, LONG, LONG, LONG))).start();
    ScriptedPage first = session.pages().take();

    session.pages().take();

    assertThat(first.isClosed()).isTrue();
    assertThat(session.events().statuses()).containsOnly(SessionStatus.STARTING);
  }

  @Test
  void shouldWorkOnceThePhoneHasScanned() {
    ScriptedPage page = startedPage();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    page.emit(new PageEvent.Scanned());
    page.emit(new PageEvent.Syncing());

    page.becomeReady();

    session.events().awaitStatus(SessionStatus.WORKING);
    assertThat(session.events().statuses())
        .containsExactly(
            SessionStatus.STARTING,
            SessionStatus.SCAN_QR_CODE,
            SessionStatus.AUTHENTICATED,
            SessionStatus.WORKING);
    assertThat(session.registered().me()).isEqualTo(ScriptedPage.ME);
  }

  @Test
  void shouldTellViewersWhenTheLinkIsComplete() {
    ScriptedPage page = startedPage();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    page.emit(new PageEvent.Scanned());

    page.becomeReady();

    SessionEvent complete = session.room().await(SessionEventType.COMPLETE, 1);
    assertThat(complete.dataAs(LinkComplete.class).me()).isEqualTo(ScriptedPage.ME);
    assertThat(session.room().statuses()).last().isEqualTo(SessionStatus.WORKING);
  }

  @Test
  void shouldNumberEventsWithoutGaps() {
    ScriptedPage page = startedPage();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);
    page.emit(new PageEvent.Scanned());
    page.becomeReady();
    session.events().await(SessionEventType.COMPLETE, 1);

    assertThat(session.events().all())
        .extracting(SessionEvent::seq)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(session.events().all()).extracting(SessionEvent::generation).containsOnly(1L);
  }

  @Test
  void shouldOpenANewBrowserWhenSyncingTakesTooLong() {
    session = new OwnedSession(with(new LinkingSettings(3, LONG, LONG, LONG, SHORT))).start();
    ScriptedPage page = session.pages().take();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));

    page.emit(new PageEvent.Scanned());

    session.events().awaitStatus(SessionStatus.RECONNECTING);
    session.pages().take();
    assertThat(page.isClosed()).isTrue();
  }

  @Test
  void shouldShowANewQrWhenTheLinkWasNotCompleted() {
    ScriptedPage page = startedPage();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);
    page.emit(new PageEvent.Scanned());
    session.events().awaitStatus(SessionStatus.AUTHENTICATED);

    page.emit(new PageEvent.QrShown("2@second,n,i,a,1"));

    session.events().awaitStatus(SessionStatus.SCAN_QR_CODE);
    assertThat(session.events().await(SessionEventType.QR, 2).dataAs(QrCode.class).urlCode())
        .isEqualTo("2@second,n,i,a,1");
  }

  @Test
  void shouldGiveAPairingCodeWhileAPhoneIsWaitedFor() {
    ScriptedPage page = startedPage();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);

    String code =
        await(session.client().requestPairingCode(OwnedSession.NAME, "+5511999999999")).code();

    assertThat(code).isEqualTo("ABCD-1234");
    session.room().await(SessionEventType.PAIRING_CODE, 1);
  }

  @Test
  void shouldNotEndWhileSomebodyMayBeTypingAPairingCode() {
    session = new OwnedSession(with(new LinkingSettings(1, LONG, SHORT, SHORT, LONG))).start();
    ScriptedPage page = session.pages().take();
    page.emit(new PageEvent.QrShown("2@only,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);
    await(session.client().requestPairingCode(OwnedSession.NAME, "5511999999999"));

    page.emit(new PageEvent.QrIdle());
    page.emit(new PageEvent.QrShown("2@one-too-many,n,i,a,1"));
    page.emit(new PageEvent.Scanned());

    session.events().awaitStatus(SessionStatus.AUTHENTICATED);
    assertThat(session.events().statuses()).doesNotContain(SessionStatus.FAILED);
    assertThat(session.events().ofType(SessionEventType.QR)).hasSize(1);
  }

  @Test
  void shouldRefuseAPairingCodeBeforeThePageAsksForAPhone() {
    startedPage();

    assertThat(codeOf(session.client().requestPairingCode(OwnedSession.NAME, "5511999999999")))
        .isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(codeOf(session.client().qr(OwnedSession.NAME)))
        .isEqualTo(ErrorCode.QR_NOT_AVAILABLE);
  }

  @Test
  void shouldNotDisturbAPageThatIsSyncing() {
    session = new OwnedSession(with(new LinkingSettings(3, LONG, LONG, LONG, SHORT))).start();
    ScriptedPage page = session.pages().take();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    page.emit(new PageEvent.Scanned());

    page.emit(new PageEvent.QrIdle());
    page.emit(new PageEvent.PairingCodeShown("WXYZ-6789"));

    session.events().awaitStatus(SessionStatus.RECONNECTING);
    assertThat(page.refreshes()).isZero();
  }

  @Test
  void shouldRefuseAPairingCodeForAGroup() {
    ScriptedPage page = startedPage();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);

    assertThat(codeOf(session.client().requestPairingCode(OwnedSession.NAME, "12345-67@g.us")))
        .isEqualTo(ErrorCode.INVALID_CHAT_ID);
  }

  private ScriptedPage startedPage() {
    session = new OwnedSession(FastSettings.in(data)).start();
    return session.pages().take();
  }

  private SessionNodeSettings with(LinkingSettings linking) {
    return FastSettings.with(FastSettings.in(data), linking);
  }
}
