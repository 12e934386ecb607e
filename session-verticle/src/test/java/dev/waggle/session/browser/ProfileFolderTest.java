package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFolderTest {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  @TempDir Path folder;

  @Test
  void shouldRemoveALockThatNamesAnotherHost() throws IOException {
    Path lock = folder.resolve("SingletonLock");
    Files.createSymbolicLink(lock, Path.of("another-host-4711"));

    new ProfileFolder(folder).prepare(PATIENCE);

    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  @Test
  void shouldRemoveTheSocketThatAKilledChromiumLeft() throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("org.chromium.Chromium.abcdef"));
    Path profile = Files.createDirectories(folder.resolve("profile"));
    Path socket = Files.createFile(temporary.resolve("SingletonSocket"));
    Files.createSymbolicLink(profile.resolve("SingletonSocket"), socket);

    new ProfileFolder(profile).prepare(PATIENCE);

    assertThat(temporary).doesNotExist();
  }

  @Test
  void shouldEndAProcessThatStillRunsOnTheProfile() throws Exception {
    Path profile = folder.resolve("profile");
    Path program = Scripts.write(folder.resolve("program"), "read line");
    Process process = new ProcessBuilder(program.toString(), "--user-data-dir=" + profile).start();

    new ProfileFolder(profile).prepare(PATIENCE);

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void shouldLeaveProcessesOfOtherProfilesAlone() throws Exception {
    Path program = Scripts.write(folder.resolve("program"), "read line");
    Process other =
        new ProcessBuilder(program.toString(), "--user-data-dir=" + folder.resolve("profile2"))
            .start();

    new ProfileFolder(folder.resolve("profile")).prepare(PATIENCE);

    assertThat(other.isAlive()).isTrue();
    other.destroyForcibly();
  }
}
