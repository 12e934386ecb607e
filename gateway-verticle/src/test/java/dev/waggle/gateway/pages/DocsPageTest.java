package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.waggle.contract.NodeVersion;
import dev.waggle.contract.SessionCommand.Version;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocsPageTest {

  private static RunningGateway gateway;
  private static TestBrowser browser;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.startForPages();
    browser = new TestBrowser();
    new BusNode(gateway.vertx())
        .on(Version.class, command -> new NodeVersion("node-1", "0.1.0", "4.6.0", null));
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  @Test
  void shouldTryAnOperationWithTheKeyUnderOurPolicy() {
    Page page = browser.open(gateway.url() + "/docs", 1280, 900);
    page.locator("button.authorize").first().click();
    page.locator(".auth-container input").first().fill(KEY);
    page.locator(".auth-container button.authorize").first().click();
    page.locator("button.btn-done").first().click();

    page.locator("#operations-Service-getVersion").click();
    page.locator("#operations-Service-getVersion button.execute").click();

    assertThat(page.locator("#operations-Service-getVersion .live-responses-table").first())
        .containsText("4.6.0");
    page.locator("#operations-Messages-sendImage").click();
    page.locator("#operations-Linking-getQr").click();
    assertThat(page.locator("#operations-Linking-getQr select").first()).isVisible();
    assertThat(browser.complaints()).isEmpty();
    page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "screenshots", "docs.png")));
    page.context().close();
  }
}
