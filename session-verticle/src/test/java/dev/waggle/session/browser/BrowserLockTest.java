package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.settings.BrowserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A profile with Chromium's own lock on it that nobody holds. */
class BrowserLockTest extends BrowserTest {

  static List<Arguments> binariesAndHolders() throws IOException {
    String here = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    return List.of(
        Arguments.of(false, "another-host-4711"),
        Arguments.of(false, here + "-" + ProcessHandle.current().pid()),
        Arguments.of(true, "another-host-4711"));
  }

  @ParameterizedTest
  @MethodSource("binariesAndHolders")
  void shouldOpenAProfileWhoseLockIsALeftover(boolean headlessShell, String holder)
      throws IOException {
    Path lock = lockBy(holder);
    ChromiumPages other = pagesFor(standIn.url(), browser(headlessShell));

    OpenPage opened = OpenPage.open(vertx, other, lock.getParent());

    // The headless shell makes none of its own.
    assertThat(BrowserLock.on(lock).map(BrowserLock::process))
        .isEqualTo(headlessShell ? Optional.empty() : Optional.of(opened.browser().pid()));
    OpenPage.result(other.close());
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  @Test
  void shouldNotTouchALockWhenItsNodeHasLostItsLease() throws IOException {
    Path lock = lockBy("another-host-4711");

    assertThatThrownBy(() -> OpenPage.open(vertx, pages(), lock.getParent(), () -> Duration.ZERO))
        .isInstanceOf(WaggleException.class)
        .extracting(refused -> ((WaggleException) refused).code())
        .isEqualTo(ErrorCode.OWNER_UNAVAILABLE);

    assertThat(Files.isSymbolicLink(lock)).isTrue();
  }

  private Path lockBy(String holder) throws IOException {
    Path profile = Files.createDirectories(newProfile());
    return Files.createSymbolicLink(profile.resolve("SingletonLock"), Path.of(holder));
  }

  private static BrowserSettings browser(boolean headlessShell) {
    return settings(null, headlessShell, Duration.ofSeconds(20));
  }
}
