package dev.waggle.session.lifecycle;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.settings.LinkingSettings;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A QR on request: a new one, whatever is on show. */
class RenewQrTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(150);

  @TempDir Path data;

  private OwnedSession session;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldHaveThePageShowAnotherQr() {
    ScriptedPage page = scanning();
    page.refreshWith("2@renewed,n,i,a,1");

    QrCode renewed = await(session.client().renewQr(OwnedSession.NAME));

    assertThat(renewed.urlCode()).isEqualTo("2@renewed,n,i,a,1");
    assertThat(session.pages().opened()).hasSize(1);
  }

  @Test
  void shouldCountFromOneAgain() {
    ScriptedPage page = scanning();
    page.emit(new PageEvent.QrShown("2@second,n,i,a,1"));
    session.events().await(SessionEventType.QR, 2);
    page.refreshWith("2@renewed,n,i,a,1");

    QrCode renewed = await(session.client().renewQr(OwnedSession.NAME));

    assertThat(renewed.attempt()).isEqualTo(1);
  }

  @Test
  void shouldReplaceABrowserWhosePageKeepsItsQr() {
    session =
        new OwnedSession(
                FastSettings.with(
                    FastSettings.in(data), new LinkingSettings(3, SHORT, LONG, LONG, LONG)))
            .start();
    ScriptedPage page = session.pages().take();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);

    Future<QrCode> renewed = session.client().renewQr(OwnedSession.NAME);
    session.pages().take().emit(new PageEvent.QrShown("2@of-the-new-browser,n,i,a,1"));

    assertThat(await(renewed).urlCode()).isEqualTo("2@of-the-new-browser,n,i,a,1");
    assertThat(page.isClosed()).isTrue();
  }

  @Test
  void shouldWaitForTheFirstQrOfAPageThatIsBeingOpened() {
    session = new OwnedSession(FastSettings.in(data)).start();
    ScriptedPage page = session.pages().take();

    Future<QrCode> coming = session.client().renewQr(OwnedSession.NAME);
    // Commands are answered in turn, so that one is waiting now.
    await(session.client().observe(OwnedSession.NAME));
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));

    assertThat(await(coming).urlCode()).isEqualTo("2@first,n,i,a,1");
    assertThat(page.refreshes()).isZero();
  }

  @Test
  void shouldRefuseWhenTheSessionIsLinked() {
    ScriptedPage page = scanning();
    page.emit(new PageEvent.Scanned());
    page.becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);

    assertThat(codeOf(session.client().renewQr(OwnedSession.NAME)))
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void shouldTellWhoeverWaitsThatThePhoneWasFaster() {
    ScriptedPage page = scanning();
    Future<QrCode> renewed = session.client().renewQr(OwnedSession.NAME);
    Awaitility.await().until(() -> page.refreshes() == 1);

    page.emit(new PageEvent.Scanned());

    assertThat(codeOf(renewed)).isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void shouldTellWhoeverWaitsThatTheSessionEnds() {
    ScriptedPage page = scanning();
    Future<QrCode> renewed = session.client().renewQr(OwnedSession.NAME);
    Awaitility.await().until(() -> page.refreshes() == 1);

    session.verticle().end(Ending.STOPPED_ON_REQUEST);

    assertThat(codeOf(renewed)).isEqualTo(ErrorCode.WRONG_STATE);
  }

  private ScriptedPage scanning() {
    session = new OwnedSession(FastSettings.in(data)).start();
    ScriptedPage page = session.pages().take();
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);
    return page;
  }
}
