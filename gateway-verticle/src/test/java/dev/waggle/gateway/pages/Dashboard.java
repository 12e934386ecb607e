package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.RunningGateway.KEY;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** The dashboard under a person's hands. */
final class Dashboard {

  static final int WIDE = 1280;
  static final int HIGH = 860;

  private final Page page;

  private Dashboard(Page page) {
    this.page = page;
  }

  /** Opens it, with nobody's key. */
  static Dashboard open(TestBrowser browser, String url, int width, int height) {
    return new Dashboard(browser.open(url, width, height));
  }

  /** Opens it and shows the key that opens everything. */
  static Dashboard enter(TestBrowser browser, String url) {
    return enter(browser, url, KEY);
  }

  /** Opens it and shows a key. */
  static Dashboard enter(TestBrowser browser, String url, String key) {
    Dashboard opened = open(browser, url, WIDE, HIGH);
    opened.typeKey(key);
    assertThat(opened.find("#live-text")).hasText("Live");
    return opened;
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** A question or a form that lies over the page. */
  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** The button of that name in the dialog that is open. */
  Locator inDialog(String name) {
    return dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  void fill(String selector, String text) {
    page.fill(selector, text);
  }

  void click(String selector) {
    page.click(selector);
  }

  void typeKey(String key) {
    fill("#key", key);
    click("#gate button");
  }

  /** Goes to one of the views at the top. */
  void visit(String view) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(view).setExact(true)).click();
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
