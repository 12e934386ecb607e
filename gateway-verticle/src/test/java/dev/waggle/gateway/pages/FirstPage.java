package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.RunningGateway.KEY;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** The first page under a person's hands. */
final class FirstPage {

  static final int WIDE = 1280;
  static final int HIGH = 860;

  private final Page page;

  private FirstPage(Page page) {
    this.page = page;
  }

  /** Opens it, with nobody's key. */
  static FirstPage open(TestBrowser browser, String url, int width, int height) {
    return new FirstPage(browser.open(url, width, height));
  }

  /** Opens it and shows the key that opens everything. */
  static FirstPage enter(TestBrowser browser, String url, int width, int height) {
    FirstPage opened = open(browser, url, width, height);
    opened.typeKey(KEY);
    assertThat(opened.find("#desk")).isVisible();
    assertThat(opened.find("#live-text")).hasText("Live");
    return opened;
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  void fill(String selector, String text) {
    page.fill(selector, text);
  }

  void click(String selector) {
    page.click(selector);
  }

  void typeKey(String key) {
    fill("#key", key);
    click("#key-form button");
  }

  /** A session's line in the list. */
  Locator row(String session) {
    return find("[data-session=\"" + session + "\"]");
  }

  /** How far it reaches beyond the screen's side, in pixels. */
  Object overflow() {
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Keeps a picture of all of it, for people to look at. */
  void keepPicture(String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }

  void close() {
    page.context().close();
  }
}
