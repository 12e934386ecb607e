package dev.waggle.gateway.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A Chromium of the machine's own; every page notes what it complains of. For one thread. */
final class TestBrowser implements AutoCloseable {

  private static final double PATIENCE_MILLIS = 30_000;

  // What a page shows on a busy machine comes later, and not otherwise.
  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  private final Playwright playwright = Playwright.create();
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  TestBrowser() {
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable())
                    .setChromiumSandbox(false)
                    .setHeadless(true));
  }

  /** A page of its own, without anybody else's storage. */
  Page open(String url, int width, int height) {
    complaints.clear();
    BrowserContext context =
        browser.newContext(new NewContextOptions().setViewportSize(width, height));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(url);
    return page;
  }

  /** Errors on the console and in scripts since the page was opened. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private static Path executable() {
    return Stream.of(
            System.getenv("WAGGLE_CHROMIUM"),
            "/usr/lib/chromium/chromium-headless-shell",
            "/usr/lib/chromium/chromium",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no Chromium found; set WAGGLE_CHROMIUM"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
