package dev.waggle.session.lifecycle;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.EventPage;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import io.vertx.core.Future;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner tells those who come late. */
class LiveViewTest {

  @TempDir Path data;

  private OwnedSession session;
  private ScriptedPage page;

  @BeforeEach
  void start() {
    session = new OwnedSession(FastSettings.in(data)).start();
    page = session.pages().take();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldTellTheStatusBeforeThereIsAQr() {
    LiveSession live = observe();

    assertThat(live.info().status()).isEqualTo(SessionStatus.STARTING);
    assertThat(live.info().reason()).isEqualTo("Starting.");
    assertThat(live.info().node()).isEqualTo("one");
    assertThat(live.qr()).isNull();
    assertThat(live.lastSeq()).isEqualTo(1);
  }

  @Test
  void shouldTellTheQrOnShowWithTheNumberOfItsEvent() {
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    SessionEvent event = session.events().await(SessionEventType.QR, 1);

    LiveSession live = observe();

    assertThat(live.qr()).isEqualTo(event.dataAs(QrCode.class));
    assertThat(live.info().status()).isEqualTo(SessionStatus.SCAN_QR_CODE);
    assertThat(live.lastSeq()).isEqualTo(event.seq());
    assertThat(live.generation()).isEqualTo(event.generation());
  }

  @Test
  void shouldTellNoQrOnceThePhoneHasAcceptedTheDevice() {
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    page.emit(new PageEvent.Scanned());
    session.events().awaitStatus(SessionStatus.AUTHENTICATED);

    LiveSession live = observe();

    assertThat(live.info().status()).isEqualTo(SessionStatus.AUTHENTICATED);
    assertThat(live.qr()).isNull();
  }

  @Test
  void shouldContainEveryEventUpToItsNumber() {
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));

    LiveSession live = observe();

    assertThat(live.info().status()).isEqualTo(SessionStatus.SCAN_QR_CODE);
    assertThat(live.qr().urlCode()).isEqualTo("2@first,n,i,a,1");
    assertThat(await(replay(live.generation(), live.lastSeq())).events()).isEmpty();
  }

  @Test
  void shouldReplayWhatWasMissed() {
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);
    LiveSession live = observe();

    page.emit(new PageEvent.QrShown("2@second,n,i,a,1"));
    SessionEvent second = session.events().await(SessionEventType.QR, 2);

    EventPage missed = await(replay(live.generation(), live.lastSeq()));
    assertThat(missed.complete()).isTrue();
    assertThat(missed.events()).containsExactly(second);
  }

  @Test
  void shouldNotClaimToKnowWhatAnotherOwnerPublished() {
    LiveSession live = observe();

    assertThat(await(replay(live.generation() - 1, 1))).isEqualTo(EventPage.MISSED);
  }

  @Test
  void shouldCountTheBrowsersThatWereTried() {
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);
    page.emit(new PageEvent.Closed(PageEvent.Cause.BROWSER));
    session.events().awaitStatus(SessionStatus.RECONNECTING);

    assertThat(observe().recoveryAttempts()).isEqualTo(1);
  }

  private LiveSession observe() {
    return await(session.client().observe(OwnedSession.NAME));
  }

  private Future<EventPage> replay(long generation, long afterSeq) {
    return session.client().replay(OwnedSession.NAME, generation, afterSeq);
  }
}
