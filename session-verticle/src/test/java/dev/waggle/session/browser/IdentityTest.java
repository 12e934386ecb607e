package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.session.page.PageEvent;
import dev.waggle.session.settings.BrowserSettings;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site can learn of the browser, and that both kinds of Chromium can be used. */
class IdentityTest extends BrowserTest {

  private final List<String> headers = new CopyOnWriteArrayList<>();
  private ChromiumPages other;

  @AfterEach
  void closeOther() {
    OpenPage.result(other.close());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldNotCallItselfHeadless(boolean headlessShell) {
    URI site = served(this::showWhatThePageKnows);
    other = pagesFor(site, browser(headlessShell));

    OpenPage opened = OpenPage.withQr(vertx, other, newProfile());

    String known = opened.first(PageEvent.QrShown.class).text();
    assertThat(known).contains("Mozilla/5.0").contains("Chromium").doesNotContain("Headless");
    assertThat(headers).isNotEmpty().noneMatch(header -> header.contains("Headless"));
    opened.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldComeBackAfterAKill(boolean headlessShell) {
    other = pagesFor(standIn.url(), browser(headlessShell));
    String number = headlessShell ? "5511940000001" : "5511940000002";
    OpenPage before = OpenPage.withQr(vertx, other, newProfile());
    link(before, number);
    before.browser().destroyForcibly();
    before.first(PageEvent.Closed.class);

    OpenPage after = OpenPage.open(vertx, other, before.profile());

    after.first(PageEvent.Ready.class);
    assertThat(after.all(PageEvent.QrShown.class)).isEmpty();
    after.close();
  }

  private static BrowserSettings browser(boolean headlessShell) {
    return settings(null, headlessShell, Duration.ofSeconds(10));
  }

  private void showWhatThePageKnows(HttpServerRequest request) {
    request.headers().forEach((name, value) -> headers.add(name + ": " + value));
    html(
        request,
        "<p id='qr'></p><script>document.getElementById('qr').setAttribute('data-ref',"
            + " navigator.userAgent + JSON.stringify(navigator.userAgentData.brands))</script>");
  }
}
