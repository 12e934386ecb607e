package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class ProfileFolderTest {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(ProfileFolder.class);

  @TempDir Path folder;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  static List<Arguments> leftovers() throws Exception {
    String here = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor(5, TimeUnit.SECONDS);
    return List.of(
        Arguments.of(here + "-" + gone.pid(), "a process that is gone"),
        Arguments.of(here + "-" + ProcessHandle.current().pid(), "another program"),
        Arguments.of("another-host-4711", "another host"));
  }

  @ParameterizedTest
  @MethodSource("leftovers")
  void shouldRemoveALockThatIsALeftoverAndSayWhoseItWas(String target, String holder)
      throws IOException {
    Path lock = folder.resolve("SingletonLock");
    Files.createSymbolicLink(lock, Path.of(target));
    log.start();
    LOGGER.addAppender(log);

    new ProfileFolder(folder).prepare(PATIENCE);

    LOGGER.detachAppender(log);
    assertThat(Files.isSymbolicLink(lock)).isFalse();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("holder=\"" + holder + "\"");
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

  /** As the parts of Chromium that are not collected when it has ended. */
  @Test
  void shouldNotTakeAZombieForAProcessThatRuns() throws Exception {
    Process parent =
        new ProcessBuilder("sh", "-c", "exec 3<&0; cat <&3 & echo $!; exec sleep 60").start();
    long child = Long.parseLong(parent.inputReader().readLine());
    ProcessHandle zombie = ProcessHandle.of(child).orElseThrow();

    parent.getOutputStream().close();

    Awaitility.await().until(() -> !ProfileProcesses.runs(zombie));
    assertThat(zombie.isAlive()).isTrue();
    assertThat(ProfileProcesses.runs(parent.toHandle())).isTrue();
    parent.destroyForcibly();
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
