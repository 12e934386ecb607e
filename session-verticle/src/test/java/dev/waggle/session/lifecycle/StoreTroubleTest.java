package dev.waggle.session.lifecycle;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.OwnedSession.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.snapshot.DirectoryVault;
import dev.waggle.session.support.BrittleVault;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.OwnedSession;
import dev.waggle.session.support.ScriptedPage;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A linked session whose snapshots cannot be reached, or whose profile is damaged. */
class StoreTroubleTest {

  private static final PageEvent NO_DATABASES = new PageEvent.StorageFound(false, true);
  private static final PageEvent QR = new PageEvent.QrShown("2@ref,noise,identity,adv,1");

  @TempDir Path data;

  private Vertx vertx;
  private BrittleVault vault;
  private OwnedSession session;

  @BeforeEach
  void link() throws IOException {
    vertx = Vertx.vertx();
    vault = new BrittleVault(new DirectoryVault(vertx, data.resolve("vault"), 10_000));
    session = new OwnedSession(FastSettings.in(data)).linked();
    Files.createDirectories(keys().getParent());
    Files.writeString(keys(), "the device's keys");
    session.withSnapshots(vault);
  }

  @AfterEach
  void close() {
    session.close();
    await(vertx.close());
  }

  @Test
  void shouldWaitForItsStoreMoreOftenThanForItsBrowser() {
    vault.reachable(false);
    session.start();

    int attempts = FastSettings.RECOVERY.maxAttempts();
    Awaitility.await().until(() -> vault.refusals() > attempts + 2);

    assertThat(session.registered().status()).isEqualTo(SessionStatus.STARTING);
    assertThat(session.registered().cause()).isEqualTo(StatusCause.STORE_UNAVAILABLE);
    assertThat(await(session.client().observe(NAME)).recoveryAttempts()).isZero();
    vault.reachable(true);
    session.pages().take().becomeReady();
    session.events().awaitStatus(SessionStatus.WORKING);
  }

  @Test
  void shouldTakeTheLastSnapshotRatherThanShowAQrWhenTheProfileIsDamaged() throws IOException {
    session.start();
    ScriptedPage damaged = session.pages().take();
    Files.delete(keys());

    damaged.emit(NO_DATABASES);

    ScriptedPage restored = session.pages().take();
    assertThat(keys()).hasContent("the device's keys");
    assertThat(session.events().changes())
        .extracting(StatusChanged::cause)
        .contains(StatusCause.PROFILE_DAMAGED);
    restored.becomeReady();
    assertThat(session.events().awaitStatus(SessionStatus.WORKING).me()).isEqualTo(ScriptedPage.ME);
  }

  @Test
  void shouldShowAQrWhenTheLastSnapshotIsNoBetter() {
    session.start();
    session.pages().take().emit(NO_DATABASES);
    session.pages().take().emit(NO_DATABASES);

    session.pages().take().emit(QR);

    session.events().awaitStatus(SessionStatus.SCAN_QR_CODE);
  }

  private Path keys() {
    return session.profile().resolve("Default/IndexedDB/keys.log");
  }
}
