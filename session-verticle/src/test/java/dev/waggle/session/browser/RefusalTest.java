package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.settings.BrowserSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalTest extends BrowserTest {

  /** Shorter than the limits of a launch and of a navigation. */
  private static final Duration CALLED_OFF = Duration.ofSeconds(25);

  private final List<PageEvent> events = new CopyOnWriteArrayList<>();
  private ChromiumPages other;

  @AfterEach
  void closeOther() {
    OpenPage.result(other.close());
  }

  @Test
  void shouldSayThatThePageCannotBeReached() throws IOException {
    try (Socket nobody = new Socket()) {
      // Taken, so that nobody else comes to listen there.
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI address = URI.create("http://127.0.0.1:" + nobody.getLocalPort() + "/");
      other = pagesFor(address, BrowserSettings.DEFAULT);

      shouldFailWith(ErrorCode.PAGE_UNREACHABLE, newProfile());
    }
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
  void shouldCallOffAPageThatIsLoading() {
    Promise<Void> requested = Promise.promise();
    other = pagesFor(served(request -> requested.tryComplete()), BrowserSettings.DEFAULT);

    shouldEndWhenCalledOff(requested.future());
  }

  @Test
  void shouldCallOffABrowserThatIsBeingLaunched() throws IOException {
    Path begun = folder.resolve("launch-begun");
    Path slow =
        Scripts.write(
            folder.resolve("slow"),
            "[ \"$1\" = --version ] && echo Slow 1 && exit\ntouch %s\nexec sleep 60 \"$@\""
                .formatted(begun));
    other = pagesFor(standIn.url(), withExecutable(slow));
    Promise<Void> launched = Promise.promise();
    vertx.setPeriodic(20, id -> tryComplete(id, begun, launched));

    shouldEndWhenCalledOff(launched.future());
  }

  private void tryComplete(long timer, Path sign, Promise<Void> promise) {
    if (Files.exists(sign)) {
      vertx.cancelTimer(timer);
      promise.complete();
    }
  }

  private void shouldEndWhenCalledOff(Future<Void> underWay) {
    Promise<Void> calledOff = Promise.promise();
    Path profile = newProfile();
    Future<WhatsAppPage> opening =
        OpenPage.opening(vertx, other, profile, calledOff.future(), events);
    OpenPage.result(underWay);
    long before = System.nanoTime();

    calledOff.complete();

    assertThatThrownBy(() -> OpenPage.result(opening)).isInstanceOf(WaggleException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(CALLED_OFF);
    assertThat(new ProfileProcesses(profile).running()).isEmpty();
  }

  @Test
  void shouldNotWaitForEverForAPageThatHangs() {
    Promise<Void> shown = Promise.promise();
    other =
        pagesFor(
            served(request -> answerHanging(request, shown.future())), BrowserSettings.DEFAULT);
    OpenPage opened = OpenPage.withQr(vertx, other, newProfile());
    shown.complete();
    opened.settle();

    assertThatThrownBy(() -> OpenPage.result(opened.page().probe()))
        .isInstanceOfSatisfying(
            WaggleException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TIMEOUT));
    opened.close();
    assertThat(opened.processes()).isEmpty();
  }

  /** A page that hangs once its QR is on show. */
  private static void answerHanging(HttpServerRequest request, Future<Void> shown) {
    if (request.path().equals("/hang")) {
      shown.onSuccess(now -> html(request, ""));
    } else {
      html(
          request,
          "<p data-ref='2@hung,a'></p>"
              + "<script>fetch('/hang').then(() => { for (;;); })</script>");
    }
  }

  private WaggleException shouldFailWith(ErrorCode code, Path profile) {
    WaggleException refused =
        catchThrowableOfType(WaggleException.class, () -> OpenPage.result(open(profile, other)));
    assertThat(refused.code()).isEqualTo(code);
    assertThat(new ProfileProcesses(profile).running()).isEmpty();
    assertThat(events).isEmpty();
    return refused;
  }

  private Future<WhatsAppPage> open(Path profile, ChromiumPages pages) {
    return OpenPage.opening(vertx, pages, profile, events);
  }

  private static BrowserSettings fast() {
    return settings(null, true, Duration.ofSeconds(2));
  }

  private static BrowserSettings withExecutable(Path executable) {
    return settings(executable, true, Duration.ofSeconds(10));
  }
}
