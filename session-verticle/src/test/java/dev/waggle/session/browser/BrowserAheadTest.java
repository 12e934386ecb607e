package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.SessionName;
import dev.waggle.session.page.PageEvent;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Browsers that are there before their session has come. */
class BrowserAheadTest extends BrowserTest {

  private static final SessionName SESSION = new SessionName("test");
  private static final List<String> WHAT_TRAVELS =
      List.of("Default/IndexedDB", "waggle-local-storage.json");

  @Test
  void shouldBeTakenByASessionWhoseProfileCameAfterIt() throws IOException {
    OpenPage before = openLinked("5511920000001");
    before.close();
    Path profile = newProfile();
    OpenPage.result(startAhead(profile));
    List<ProcessHandle> ahead = new ProfileProcesses(profile).running();
    bring(before.profile(), profile);

    OpenPage after = open(profile);

    after.first(PageEvent.Ready.class);
    assertThat(after.all(PageEvent.QrShown.class)).isEmpty();
    assertThat(ahead).contains(after.browser());
    after.close();
    assertThat(after.processes()).isEmpty();
  }

  @Test
  void shouldLeaveNoProcessWhenItIsForgone() {
    Path profile = newProfile();
    OpenPage.result(startAhead(profile));
    assertThat(new ProfileProcesses(profile).running()).isNotEmpty();

    OpenPage.result(pages().forgo(SESSION));

    assertThat(new ProfileProcesses(profile).running()).isEmpty();
  }

  @Test
  void shouldBeReplacedWhenItHasDiedBeforeItsSessionCame() {
    Path profile = newProfile();
    OpenPage.result(startAhead(profile));
    List<ProcessHandle> ahead = new ProfileProcesses(profile).running();
    ahead.forEach(ProcessHandle::destroyForcibly);
    ahead.forEach(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());

    OpenPage opened = OpenPage.withQr(vertx, pages(), profile);

    assertThat(ahead).doesNotContain(opened.browser());
    opened.close();
  }

  @Test
  void shouldLeaveToTheOwnerWhatOthersHaveLeftOnTheProfile() throws IOException {
    Path profile = Files.createDirectories(newProfile());
    Path lock = Files.createSymbolicLink(profile.resolve("SingletonLock"), Path.of("far-away-7"));

    assertThatThrownBy(() -> OpenPage.result(startAhead(profile)))
        .hasMessageContaining("not left in good order");

    assertThat(Files.isSymbolicLink(lock)).isTrue();
    assertThat(new ProfileProcesses(profile).running()).isEmpty();
  }

  private Future<Void> startAhead(Path profile) {
    return pages().startAhead(SESSION, profile, () -> Duration.ofMinutes(1));
  }

  private static void bring(Path from, Path to) throws IOException {
    for (String part : WHAT_TRAVELS) {
      try (Stream<Path> all = Files.walk(from.resolve(part))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          Path target = to.resolve(from.relativize(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
