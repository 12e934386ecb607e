package dev.waggle.session.lifecycle;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageEvent.Block;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a session ends leaves no browser, no lock and no owner. */
class EndingTest {

  @TempDir Path data;

  private OwnedSession session;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldStopWithTheProfileKept() throws IOException {
    ScriptedPage page = workingPage();

    await(session.verticle().end(Ending.STOPPED_ON_REQUEST));

    assertThat(page.isClosed()).isTrue();
    assertThat(session.profile()).isNotEmptyDirectory();
    assertThat(session.registered().status()).isEqualTo(SessionStatus.STOPPED);
    assertThat(session.registered().node()).isNull();
    assertThat(session.registered().me()).isEqualTo(ScriptedPage.ME);
  }

  @Test
  void shouldConfirmNothingToAPageThatWasToldToClose() throws IOException {
    ScriptedPage page = workingPage();

    await(session.verticle().end(Ending.NODE_LEAVING));

    assertThat(page.request().passedOn().get().isComplete()).isFalse();
  }

  @Test
  void shouldStayWantedWhenTheNodeShutsDown() throws IOException {
    ScriptedPage page = workingPage();

    await(session.verticle().end(Ending.NODE_LEAVING));

    assertThat(page.isClosed()).isTrue();
    assertThat(session.registered().wanted()).isEqualTo(Wanted.RUNNING);
  }

  @Test
  void shouldStartAgainAfterAStop() throws IOException {
    workingPage();
    await(session.verticle().end(Ending.STOPPED_ON_REQUEST));

    session.start();

    ScriptedPage again = session.pages().take();
    assertThat(again.request().generation()).isEqualTo(3);
    again.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
  }

  @Test
  void shouldUnlinkTheDeviceAndEraseTheProfileOnLogout() throws IOException {
    ScriptedPage page = workingPage();

    await(session.verticle().logout());

    assertThat(page.logouts()).isEqualTo(1);
    assertThat(page.isClosed()).isTrue();
    assertThat(session.profile()).doesNotExist();
    assertThat(session.registered().status()).isEqualTo(SessionStatus.LOGGED_OUT);
    assertThat(session.registered().reason()).isEqualTo("Logged out on request.");
    assertThat(session.registered().me()).isNull();
  }

  @Test
  void shouldSayWhenWhatsAppCouldNotBeToldOfTheLogout() throws IOException {
    ScriptedPage page = workingPage();
    page.fallDeaf();

    await(session.verticle().logout());

    assertThat(session.profile()).doesNotExist();
    assertThat(session.registered().reason()).contains("remove the device on the phone");
  }

  @Test
  void shouldEraseTheProfileWhenThePhoneUnlinksTheDevice() throws IOException {
    ScriptedPage page = workingPage();

    page.emit(new PageEvent.LoggedOut("401"));

    session.events().awaitStatus(SessionStatus.LOGGED_OUT);
    await(session.verticle().whenOver());
    assertThat(page.isClosed()).isTrue();
    assertThat(session.profile()).doesNotExist();
  }

  @Test
  void shouldShowAQrWhenTheLinkedProfileIsNotOnThisMachine() throws IOException {
    session = new OwnedSession(FastSettings.in(data)).linked();
    java.nio.file.Files.delete(session.profile().resolve("Default"));

    session.start().pages().take().emit(new PageEvent.QrShown("2@fresh,n,i,a,1"));

    session.events().awaitStatus(SessionStatus.SCAN_QR_CODE);
    assertThat(session.registered().me()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "TERMS, TERMS_BLOCKED",
    "PROXY, PROXY_BLOCKED",
    "DEPRECATED_VERSION, DEPRECATED_VERSION",
    "PASSKEY, PASSKEY_REQUIRED"
  })
  void shouldEndTruthfullyWhenWhatsAppBlocks(Block block, SessionStatus status) throws IOException {
    ScriptedPage page = workingPage();

    page.emit(new PageEvent.Blocked(block));

    session.events().awaitStatus(status);
    await(session.verticle().whenOver());
    assertThat(page.isClosed()).isTrue();
    assertThat(session.registered().node()).isNull();
  }

  @Test
  void shouldHearNothingFromAPageThatIsBeingClosed() throws IOException {
    ScriptedPage page = workingPage();
    await(session.verticle().end(Ending.STOPPED_ON_REQUEST));
    int told = session.events().all().size();

    page.emit(new PageEvent.QrShown("2@phantom,n,i,a,1"));
    page.emit(new PageEvent.Closed(PageEvent.Cause.BROWSER));

    await(session.verticle().whenOver());
    assertThat(session.events().all()).hasSize(told);
    assertThat(session.pages().opened()).hasSize(1);
  }

  @Test
  void shouldOpenNoPageOnceItHasEnded() {
    session = new OwnedSession(FastSettings.in(data)).start();

    await(session.verticle().end(Ending.STOPPED_ON_REQUEST));

    assertThat(session.pages().opened()).allMatch(ScriptedPage::isClosed);
  }

  @Test
  void shouldUnlinkADeviceThatIsStillSyncing() {
    session = new OwnedSession(FastSettings.in(data)).start();
    ScriptedPage page = session.pages().take();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    page.emit(new PageEvent.Scanned());
    session.events().awaitStatus(SessionStatus.AUTHENTICATED);

    await(session.verticle().logout());

    assertThat(page.logouts()).isEqualTo(1);
  }

  @Test
  void shouldSayThatWhatsAppWasNotToldWhenNoPageIsOpen() throws IOException {
    session = new OwnedSession(FastSettings.in(data)).linked();
    session.pages().refuse(new WaggleException(ErrorCode.PAGE_UNREACHABLE, "Not reachable."));
    session.start();

    await(session.verticle().logout());

    assertThat(session.registered().reason()).isEqualTo(Ending.NOT_TOLD.text());
  }

  private ScriptedPage workingPage() throws IOException {
    session = new OwnedSession(FastSettings.in(data)).linked().start();
    ScriptedPage page = session.pages().take();
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
    return page;
  }
}
