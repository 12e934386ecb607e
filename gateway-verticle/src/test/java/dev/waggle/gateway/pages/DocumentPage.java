package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.RunningGateway.KEY;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/** One of the pages that the documents ask for, under a person's hands. */
final class DocumentPage {

  private static final int WIDE = 1280;
  private static final int HIGH = 900;
  private static final int PHONE_WIDE = 390;
  private static final int PHONE_HIGH = 844;

  private final Page page;

  private DocumentPage(Page page) {
    this.page = page;
  }

  /** Opens it, with nobody's key. */
  static DocumentPage open(TestBrowser browser, String url) {
    return new DocumentPage(browser.open(url, WIDE, HIGH));
  }

  /** Shows the key that opens everything. */
  DocumentPage enter() {
    page.fill("#key", KEY);
    page.click("#key-form button");
    assertThat(find("#work")).isVisible();
    return this;
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** How far it reaches beyond a phone's side, in pixels. */
  int overflowOnAPhone() {
    page.setViewportSize(PHONE_WIDE, PHONE_HIGH);
    int overflow =
        (int)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    page.setViewportSize(WIDE, HIGH);
    return overflow;
  }

  /** Keeps pictures of all of it, for people to look at: a laptop by day, a phone by night. */
  void keepPictures(String name) {
    keepPicture(name + "-wide");
    page.setViewportSize(PHONE_WIDE, PHONE_HIGH);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    keepPicture(name + "-phone");
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(WIDE, HIGH);
  }

  private void keepPicture(String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }

  void close() {
    page.context().close();
  }
}
