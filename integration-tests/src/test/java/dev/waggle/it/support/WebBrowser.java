package dev.waggle.it.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.jar.DriverJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A person's browser: Chromium on the gateway's own pages. It notes what their scripts complain of.
 * For one thread.
 */
public final class WebBrowser implements AutoCloseable {

  private static final double PATIENCE_MILLIS = 60_000;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 900;

  // What a page shows on a busy machine comes later, and not otherwise.
  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  /** Starts one; its driver is where {@code playwright.cli.dir} says, as that of the nodes. */
  public WebBrowser() {
    unpackDriver(Path.of(System.getProperty("playwright.cli.dir")));
    this.playwright = Playwright.create();
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable())
                    .setChromiumSandbox(false)
                    .setHeadless(true));
  }

  /** A page with nobody else's storage. */
  public Page open(String url, int width, int height) {
    Page page = blank(width, height);
    page.navigate(url);
    return page;
  }

  /** A page of this text, which the browser takes for one of the origin's own. */
  public Page openText(String origin, String html) {
    Page page = blank(WIDTH, HEIGHT);
    String url = origin + "/a-page-of-somebody-elses";
    page.route(
        url,
        route -> route.fulfill(new FulfillOptions().setContentType("text/html").setBody(html)));
    page.navigate(url);
    return page;
  }

  private Page blank(int width, int height) {
    Page page =
        browser.newContext(new NewContextOptions().setViewportSize(width, height)).newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  /** Errors on the console and in scripts, of all pages. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Aside and then moved, so that the nodes never see half of it. */
  private static void unpackDriver(Path folder) {
    if (Files.isRegularFile(folder.resolve("package").resolve("cli.js"))) {
      return;
    }
    try {
      Path aside = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "driver");
      DriverJar.installDriverTo(aside);
      Files.move(aside, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
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
