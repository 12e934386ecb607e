package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.settings.BrowserSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalTest extends BrowserTest {

  private final List<PageEvent> events = new CopyOnWriteArrayList<>();
  private ChromiumPages other;

  @AfterEach
  void closeOther() {
    OpenPage.result(other.close());
  }

  @Test
  void shouldSayThatThePageCannotBeReached() throws IOException {
    other = pagesFor(URI.create("http://127.0.0.1:" + freePort() + "/"), BrowserSettings.DEFAULT);

    shouldFailWith(ErrorCode.PAGE_UNREACHABLE, newProfile());
  }

  @Test
  void shouldSayThatTheServerAnswersWithAnError() {
    other =
        pagesFor(served(request -> request.response().setStatusCode(503).end("Not now")), fast());

    shouldFailWith(ErrorCode.PAGE_UNREACHABLE, newProfile());
  }

  @Test
  void shouldGiveUpOnAServerThatDoesNotAnswer() {
    other = pagesFor(served(request -> {}), fast());

    shouldFailWith(ErrorCode.PAGE_UNREACHABLE, newProfile());
  }

  @Test
  void shouldSayThatChromiumIsNotThere() {
    other = pagesFor(standIn.url(), withExecutable(folder.resolve("no-chromium")));

    shouldFailWith(ErrorCode.BROWSER_NOT_FOUND, newProfile());
  }

  @Test
  void shouldSayThatChromiumDoesNotStart() throws IOException {
    Path broken =
        Scripts.write(folder.resolve("broken"), "[ \"$1\" = --version ] && echo Broken 1");
    other = pagesFor(standIn.url(), withExecutable(broken));

    shouldFailWith(ErrorCode.BROWSER_CLOSED, newProfile());
  }

  @Test
  void shouldSayWhatToDoWhenChromiumCannotHaveItsSandbox() throws IOException {
    Path unsafe =
        Scripts.write(
            folder.resolve("unsafe"),
            """
            [ "$1" = --version ] && echo Unsafe 1 && exit
            echo 'FATAL:zygote_host_impl_linux.cc No usable sandbox!' >&2
            exit 1
            """);
    other = pagesFor(standIn.url(), withExecutable(unsafe));

    WaggleException refused = shouldFailWith(ErrorCode.BROWSER_UNUSABLE, newProfile());

    assertThat(refused).hasMessageContaining("chromium-sandbox");
    assertThat(refused).hasMessageContaining("session.browser.sandbox: off");
    assertThat(refused.code().retryable()).isFalse();
  }

  @Test
  void shouldNotWaitForEverForAPageThatHangs() {
    String hanging =
        "<p data-ref='2@hung,a'></p><script>setTimeout(() => { for (;;); }, 300)</script>";
    other =
        pagesFor(
            served(
                request -> request.response().putHeader("Content-Type", "text/html").end(hanging)),
            BrowserSettings.DEFAULT);
    OpenPage opened = OpenPage.withQr(vertx, other, newProfile());
    opened.settle();

    assertThatThrownBy(() -> OpenPage.result(opened.page().probe()))
        .isInstanceOfSatisfying(
            WaggleException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TIMEOUT));
    opened.close();
    assertThat(opened.processes()).isEmpty();
  }

  private WaggleException shouldFailWith(ErrorCode code, Path profile) {
    WaggleException refused =
        catchThrowableOfType(WaggleException.class, () -> OpenPage.result(open(profile, other)));
    assertThat(refused.code()).isEqualTo(code);
    assertThat(new ProfileProcesses(profile).running()).isEmpty();
    assertThat(events).isEmpty();
    return refused;
  }

  private io.vertx.core.Future<WhatsAppPage> open(Path profile, ChromiumPages pages) {
    return OpenPage.opening(vertx, pages, profile, events);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static BrowserSettings fast() {
    return settings(null, true, Duration.ofSeconds(2));
  }

  private static BrowserSettings withExecutable(Path executable) {
    return settings(executable, true, Duration.ofSeconds(10));
  }
}
