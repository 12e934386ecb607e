package dev.waggle.session.lifecycle;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.settings.LinkingSettings;
import dev.waggle.session.settings.RecoverySettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a session clears its profile and begins again by itself, and when it leaves it alone. */
class FreshStartTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final PageEvent QR = new PageEvent.QrShown("2@ref,noise,identity,adv,1");
  private static final PageEvent NO_QR = new PageEvent.QrShown("Use WhatsApp on your phone");

  @TempDir Path data;

  private OwnedSession session;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldStartAfreshAfterItsDelayWhenNobodyScans() throws IOException {
    ScriptedPage first = pageThatNobodyScans(1);

    StatusChanged move = session.events().awaitStatus(SessionStatus.STARTING);
    assertThat(move.cause()).isEqualTo(StatusCause.QR_EXHAUSTED);
    assertThat(move.reason()).contains("1 QR codes was scanned", "starts afresh in 1 s");
    ScriptedPage second = session.pages().take();
    assertThat(first.isClosed()).isTrue();
    assertThat(session.profile().resolve("Default")).doesNotExist();
    second.emit(QR);
    QrCode qr = session.events().await(SessionEventType.QR, 2).dataAs(QrCode.class);
    assertThat(qr.attempt()).isEqualTo(1);
  }

  @Test
  void shouldStartAfreshWhenNoQrCame() {
    session = new OwnedSession(patientOnlyWithBrowsers(), relinkingAfter(1)).start();
    session.pages().take();

    session.pages().take();

    assertThat(session.events().changes())
        .extracting(StatusChanged::cause)
        .contains(StatusCause.QR_TIMEOUT);
    assertThat(session.events().statuses()).containsOnly(SessionStatus.STARTING);
  }

  @Test
  void shouldSayWhyItFailedWithoutADelay() {
    session = new OwnedSession(patientOnlyWithBrowsers()).start();

    StatusChanged end = session.events().awaitStatus(SessionStatus.FAILED);

    assertThat(end.cause()).isEqualTo(StatusCause.QR_TIMEOUT);
    assertThat(end.reason()).endsWith("Start the session again.");
    assertThat(session.registered().cause()).isEqualTo(StatusCause.QR_TIMEOUT);
  }

  @Test
  void shouldOpenNothingMoreWhenItIsStoppedDuringTheDelay() throws IOException {
    pageThatNobodyScans(3600);
    session.events().awaitStatus(SessionStatus.STARTING);

    await(session.verticle().end(Ending.STOPPED_ON_REQUEST));

    assertThat(session.registered().status()).isEqualTo(SessionStatus.STOPPED);
    assertThat(session.registered().cause()).isEqualTo(StatusCause.STOPPED_ON_REQUEST);
    assertThat(session.registered().node()).isNull();
    assertThat(session.pages().opened()).hasSize(1);
  }

  @Test
  void shouldStayWantedWhenItsNodeLeavesDuringTheDelay() throws IOException {
    pageThatNobodyScans(3600);
    session.events().awaitStatus(SessionStatus.STARTING);

    await(session.verticle().end(Ending.NODE_LEAVING));

    assertThat(session.registered().wanted()).isEqualTo(Wanted.RUNNING);
    session.start();
    session.pages().take();
  }

  @Test
  void shouldClearAProfileWhoseDatabasesAreLost() throws IOException {
    ScriptedPage page = linkedPage();

    page.emit(new PageEvent.StorageFound(false, true));

    assertThatItWasSetAside();
    session.pages().take().emit(QR);
    session.events().awaitStatus(SessionStatus.SCAN_QR_CODE);
  }

  @Test
  void shouldTakeAQrOfALinkedDeviceForALostIdentity() throws IOException {
    ScriptedPage page = linkedPage();

    page.emit(QR);

    assertThatItWasSetAside();
    assertThat(session.events().ofType(SessionEventType.QR)).isEmpty();
  }

  @Test
  void shouldClearAProfileThatHasAFileInThePlaceOfAFolder() throws IOException {
    session = new OwnedSession(FastSettings.in(data)).linked();
    Files.writeString(session.profile().resolve("Default/IndexedDB"), "not a folder");

    session.start();

    session.pages().take();
    assertThatItWasSetAside();
    assertThat(session.pages().opened()).hasSize(1);
  }

  @Test
  void shouldKeepALinkWhoseBrowserHasLostItsSettings() throws IOException {
    session = new OwnedSession(FastSettings.in(data)).linked();
    Path settings = Files.writeString(session.profile().resolve("Local State"), "{cut off");

    ScriptedPage first = session.start().pages().take();
    first.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
    first.emit(new PageEvent.Closed(PageEvent.Cause.BROWSER));
    session.pages().take().becomeReady();

    session.events().awaitReturn();
    assertThat(session.events().changes())
        .extracting(StatusChanged::cause)
        .containsOnlyOnce(StatusCause.PROFILE_DAMAGED);
    assertThat(settings).doesNotExist();
    assertThat(session.profile().resolve("Default")).isDirectory();
  }

  @Test
  void shouldLeaveALinkAloneOfWhichEverythingIsThere() throws IOException {
    ScriptedPage page = linkedPage();

    page.emit(new PageEvent.StorageFound(true, true));
    page.emit(NO_QR);
    page.becomeReady();

    session.events().awaitStatus(SessionStatus.WORKING);
    assertThat(session.registered().me()).isEqualTo(ScriptedPage.ME);
  }

  @Test
  void shouldTakeAnEmptyStorageForNothingBeforeTheFirstLink() {
    session = new OwnedSession(FastSettings.in(data)).start();
    ScriptedPage page = session.pages().take();

    page.emit(new PageEvent.StorageFound(false, false));
    page.emit(QR);

    session.events().awaitStatus(SessionStatus.SCAN_QR_CODE);
    assertThat(session.pages().opened()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"PAGE_UNREACHABLE", "BROWSER_NOT_FOUND", "BROWSER_CLOSED", "TIMEOUT"})
  void shouldKeepTheProfileWhenTheBrowserCannotOpen(ErrorCode why) throws IOException {
    session = new OwnedSession(FastSettings.in(data), relinkingAfter(1)).linked();
    session.pages().refuse(new WaggleException(why, "It cannot be."));

    session.start();

    StatusChanged end = session.events().awaitStatus(SessionStatus.FAILED);
    assertThat(end.cause()).isIn(StatusCause.PAGE_UNREACHABLE, StatusCause.BROWSER_FAILED);
    assertThat(session.profile().resolve("Default")).isDirectory();
    assertThat(session.registered().me()).isEqualTo(ScriptedPage.ME);
  }

  @Test
  void shouldShowNothingThatNoPhoneCouldRead() {
    SessionNodeSettings impatient =
        FastSettings.with(FastSettings.in(data), new LinkingSettings(3, SHORT, LONG, LONG, LONG));
    session = new OwnedSession(impatient).start();
    ScriptedPage first = session.pages().take();

    first.emit(NO_QR);

    session.pages().take().emit(QR);
    session.events().await(SessionEventType.QR, 1);
    assertThat(first.isClosed()).isTrue();
    assertThat(session.events().ofType(SessionEventType.QR)).hasSize(1);
  }

  private void assertThatItWasSetAside() throws IOException {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(session.events().changes())
                    .extracting(StatusChanged::cause)
                    .contains(StatusCause.PROFILE_DAMAGED));
    Path aside = session.profile().resolveSibling(".damaged-sales");
    Awaitility.await().untilAsserted(() -> assertThat(aside.resolve("Default")).isDirectory());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(aside)))
        .isEqualTo("rwx------");
    assertThat(session.registered().me()).isNull();
    assertThat(session.events().statuses())
        .doesNotContainAnyElementsOf(List.of(SessionStatus.WORKING, SessionStatus.FAILED));
  }

  private ScriptedPage linkedPage() throws IOException {
    session = new OwnedSession(FastSettings.in(data)).linked().start();
    return session.pages().take();
  }

  /** Shows its only QR in vain, and has left something in its profile. */
  private ScriptedPage pageThatNobodyScans(int relinkDelay) throws IOException {
    session =
        new OwnedSession(FastSettings.in(data), new SessionConfig(1, relinkDelay, Map.of()))
            .start();
    ScriptedPage page = session.pages().take();
    Files.createDirectories(session.profile().resolve("Default"));
    page.emit(QR);
    session.events().await(SessionEventType.QR, 1);
    page.emit(new PageEvent.QrIdle());
    return page;
  }

  /** No QR in time, and not one new browser. */
  private SessionNodeSettings patientOnlyWithBrowsers() {
    RecoverySettings once = FastSettings.recovery(0, LONG, LONG);
    return FastSettings.with(
        FastSettings.with(FastSettings.in(data), once),
        new LinkingSettings(3, SHORT, LONG, LONG, LONG));
  }

  private static SessionConfig relinkingAfter(int seconds) {
    return new SessionConfig(null, seconds, Map.of());
  }
}
