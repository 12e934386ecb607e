package dev.waggle.session.profile;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One holder of a profile at a time, whatever becomes of the last one. */
class ProfileFoldersTest {

  private static final SessionName SALES = new SessionName("sales");

  @TempDir Path data;

  private final Vertx vertx = Vertx.vertx();
  private ProfileFolders folders;

  @BeforeEach
  void open() {
    folders = new ProfileFolders(vertx, data);
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void shouldMakeAFolderThatOnlyItsOwnerReads() throws IOException {
    ProfileLock lock = await(folders.lock(SALES));

    assertThat(lock.folder()).isEqualTo(data.resolve("profiles").resolve("sales").toAbsolutePath());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lock.folder())))
        .isEqualTo("rwx------");
    lock.close();
  }

  @Test
  void shouldRefuseASecondHolderInTheSameProcess() throws IOException {
    ProfileLock lock = await(folders.lock(SALES));

    assertThat(codeOf(folders.lock(SALES))).isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(codeOf(folders.erase(SALES))).isEqualTo(ErrorCode.WRONG_STATE);
    lock.close();
  }

  @Test
  void shouldKeepTheLockAgainstOtherProcessesAfterASecondAttempt() throws Exception {
    ProfileLock lock = await(folders.lock(SALES));
    assertThat(codeOf(folders.lock(SALES))).isEqualTo(ErrorCode.WRONG_STATE);

    assertThatThrownBy(() -> OtherHolder.start(data, SALES)).isInstanceOf(IOException.class);
    lock.close();
  }

  @Test
  void shouldLockAgainAfterTheLockWasGivenBack() throws IOException {
    await(folders.unlock(await(folders.lock(SALES))));

    ProfileLock again = await(folders.lock(SALES));

    assertThat(again.isFresh()).isTrue();
    again.close();
  }

  @Test
  void shouldRefuseWhatAnotherProcessHoldsUntilThatIsKilled() throws Exception {
    Process other = OtherHolder.start(data, SALES);
    try {
      assertThat(codeOf(folders.lock(SALES))).isEqualTo(ErrorCode.WRONG_STATE);
    } finally {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    ProfileLock lock = await(folders.lock(SALES));
    assertThat(lock.folder()).isDirectory();
    lock.close();
  }

  @Test
  void shouldSeeThatAProfileHasBeenUsed() throws IOException {
    Files.createDirectories(data.resolve("profiles").resolve("sales").resolve("Default"));

    ProfileLock lock = await(folders.lock(SALES));

    assertThat(lock.isFresh()).isFalse();
    lock.close();
  }

  @Test
  void shouldEraseEverythingUnderALock() throws IOException {
    ProfileLock lock = await(folders.lock(SALES));
    Files.createDirectories(lock.folder().resolve("Default/IndexedDB"));
    Files.writeString(lock.folder().resolve("Default/IndexedDB/000003.log"), "keys");

    await(folders.erase(lock));

    assertThat(profilesLeft()).isEmpty();
    assertThat(await(folders.lock(SALES)).isFresh()).isTrue();
  }

  @Test
  void shouldEraseLinksAndNotWhatTheyPointTo() throws IOException {
    Path precious = Files.writeString(data.resolve("precious"), "stays");
    ProfileLock lock = await(folders.lock(SALES));
    Files.createSymbolicLink(lock.folder().resolve("link"), precious);

    await(folders.erase(lock));

    assertThat(precious).hasContent("stays");
  }

  @Test
  void shouldEraseWhatIsNotThere() {
    await(folders.erase(SALES));

    assertThat(data.resolve("profiles").resolve("sales")).doesNotExist();
  }

  @Test
  void shouldFinishAnErasureThatWasCutShort() throws IOException {
    Path half = data.resolve("profiles").resolve(".erased-1").resolve("profile");
    Files.createDirectories(half);

    await(folders.sweep());

    assertThat(profilesLeft()).isEmpty();
  }

  @Test
  void shouldSetADamagedProfileAsideInThePlaceOfTheOneBefore() throws IOException {
    for (String state : List.of("first", "second")) {
      ProfileLock lock = await(folders.lock(SALES));
      Files.writeString(lock.folder().resolve(state), "keys");
      await(folders.setAside(lock));
    }

    assertThat(profilesLeft()).singleElement().satisfies(this::holdsOnlyTheSecond);
  }

  @Test
  void shouldEraseWhatWasSetAsideWithTheRest() throws IOException {
    await(folders.setAside(await(folders.lock(SALES))));

    await(folders.erase(SALES));

    assertThat(profilesLeft()).isEmpty();
  }

  @Test
  void shouldSeeAFileInThePlaceOfAFolder() throws IOException {
    ProfileLock fresh = await(folders.lock(SALES));
    Files.writeString(fresh.folder().resolve("Default"), "not a folder");
    await(folders.unlock(fresh));

    ProfileLock lock = await(folders.lock(SALES));

    assertThat(fresh.isDamaged()).isFalse();
    assertThat(lock.isDamaged()).isTrue();
    lock.close();
  }

  @Test
  void shouldRemoveSettingsThatTheBrowserCannotRead() throws IOException {
    ProfileLock fresh = await(folders.lock(SALES));
    Path cutOff = Files.writeString(fresh.folder().resolve("Local State"), "{\"a\":");
    Path whole = Files.createDirectories(fresh.folder().resolve("Default")).resolve("Preferences");
    Files.writeString(whole, "{\"a\":1}");
    await(folders.unlock(fresh));

    ProfileLock lock = await(folders.lock(SALES));

    assertThat(lock.isMended()).isTrue();
    assertThat(cutOff).doesNotExist();
    assertThat(whole).exists();
    lock.close();
  }

  private void holdsOnlyTheSecond(Path aside) {
    assertThat(aside).hasFileName(".damaged-sales");
    assertThat(aside.resolve("second")).exists();
    assertThat(aside.resolve("first")).doesNotExist();
  }

  private List<Path> profilesLeft() throws IOException {
    try (Stream<Path> left = Files.list(data.resolve("profiles"))) {
      return left.filter(path -> !path.endsWith(".locks")).toList();
    }
  }
}
