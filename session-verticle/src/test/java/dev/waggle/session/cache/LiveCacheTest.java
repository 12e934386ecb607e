package dev.waggle.session.cache;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.OwnedSession.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.CachedQr;
import dev.waggle.contract.CachedStatus;
import dev.waggle.contract.SessionCache;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.Wire;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.settings.LinkingSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import io.vertx.core.shareddata.AsyncMap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner leaves in the cache while it lives, and after. */
class LiveCacheTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path data;

  private OwnedSession session;
  private SessionCache cache;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void shouldHoldTheStatusWithItsGeneration() {
    started(FastSettings.in(data));

    CachedStatus status = awaitStatus(SessionStatus.STARTING);

    assertThat(status.generation()).isEqualTo(1);
    assertThat(status.recoveryAttempts()).isZero();
    assertThat(status.since()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void shouldHoldTheQrOnShow() {
    ScriptedPage page = started(FastSettings.in(data));

    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));

    assertThat(awaitQr("2@first,n,i,a,1").generation()).isEqualTo(1);
    awaitStatus(SessionStatus.SCAN_QR_CODE);
  }

  @Test
  void shouldHoldTheLatestQrOnly() {
    ScriptedPage page = started(FastSettings.in(data));
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    session.events().await(SessionEventType.QR, 1);

    page.emit(new PageEvent.QrShown("2@second,n,i,a,1"));

    awaitQr("2@second,n,i,a,1");
  }

  @Test
  void shouldForgetTheQrWhenItsTimeIsOver() {
    Duration brief = Duration.ofMillis(400);
    ScriptedPage page =
        started(
            FastSettings.with(
                FastSettings.in(data), new LinkingSettings(3, LONG, brief, brief, LONG)));
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    awaitQr("2@first,n,i,a,1");

    awaitNoQr();
  }

  @Test
  void shouldRemoveTheQrWhenItWasScanned() {
    ScriptedPage page = started(FastSettings.in(data));
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    awaitQr("2@first,n,i,a,1");

    page.emit(new PageEvent.Scanned());

    awaitStatus(SessionStatus.AUTHENTICATED);
    awaitNoQr();
  }

  @Test
  void shouldCountTheBrowsersThatWereTried() {
    ScriptedPage page = started(FastSettings.in(data));
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    awaitQr("2@first,n,i,a,1");

    page.emit(new PageEvent.Closed(PageEvent.Cause.BROWSER));

    assertThat(awaitStatus(SessionStatus.RECONNECTING).recoveryAttempts()).isEqualTo(1);
    awaitNoQr();
  }

  @Test
  void shouldLeaveNothingWhenTheSessionHasEnded() {
    ScriptedPage page = started(FastSettings.in(data));
    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    awaitQr("2@first,n,i,a,1");

    session.undeploy();

    assertThat(await(cache.status(NAME))).isEmpty();
    assertThat(await(cache.qr(NAME))).isEmpty();
  }

  @Test
  void shouldLeaveAloneWhatANewerOwnerHasWritten() {
    ScriptedPage page = started(FastSettings.in(data));
    awaitStatus(SessionStatus.STARTING);
    CachedStatus newer = new CachedStatus(SessionStatus.WORKING, 2, "Connected.", 0, Instant.now());
    await(map().put(SessionCache.statusKey(NAME), Wire.write(newer).encode()));

    page.emit(new PageEvent.QrShown("2@first,n,i,a,1"));
    awaitQr("2@first,n,i,a,1");
    session.undeploy();

    assertThat(await(cache.status(NAME))).contains(newer);
  }

  private ScriptedPage started(SessionNodeSettings settings) {
    session = new OwnedSession(settings).start();
    cache = new SessionCache(session.vertx(), Duration.ofSeconds(1));
    return session.pages().take();
  }

  private CachedStatus awaitStatus(SessionStatus status) {
    return Awaitility.await()
        .until(
            () -> await(cache.status(NAME)).filter(cached -> cached.status() == status),
            Optional::isPresent)
        .orElseThrow();
  }

  private CachedQr awaitQr(String text) {
    return Awaitility.await()
        .until(
            () -> await(cache.qr(NAME)).filter(cached -> cached.qr().urlCode().equals(text)),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Looks past the reader, which would not show a QR that has run out. */
  private void awaitNoQr() {
    Awaitility.await().until(() -> await(map().get(SessionCache.qrKey(NAME))) == null);
  }

  private AsyncMap<String, String> map() {
    return await(session.vertx().sharedData().getAsyncMap(SessionCache.MAP));
  }
}
