package dev.waggle.session.browser;

import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.settings.WhatsAppSettings;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the tests with a real browser share: a stand-in, and pages that visit it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  @TempDir static Path folder;

  final Vertx vertx = Vertx.vertx();
  final StandIn standIn = new StandIn();
  private ChromiumPages pages;
  private int profiles;

  @BeforeAll
  void openPages() {
    pages = pagesFor(standIn.url(), BrowserSettings.DEFAULT);
  }

  @AfterEach
  void endFaults() {
    standIn.noFaults();
  }

  @AfterAll
  void closeAll() {
    OpenPage.result(pages.close());
    OpenPage.result(vertx.close());
    standIn.close();
  }

  ChromiumPages pages() {
    return pages;
  }

  /** Pages of a node with other settings, which the test closes. */
  ChromiumPages pagesFor(URI url, BrowserSettings browser) {
    SessionNodeSettings node = SessionNodeSettings.DEFAULT;
    return new ChromiumPages(
        vertx,
        new SessionNodeSettings(
            folder,
            node.maxSessions(),
            new WhatsAppSettings(url, null, ""),
            browser,
            node.linking(),
            node.recovery(),
            node.lease(),
            node.database()));
  }

  /** A profile that nobody has used. */
  Path newProfile() {
    profiles++;
    return folder.resolve("profiles").resolve(getClass().getSimpleName() + profiles);
  }

  OpenPage open(Path profile) {
    return OpenPage.open(vertx, pages, profile);
  }

  OpenPage openWithQr() {
    return OpenPage.withQr(vertx, pages, newProfile());
  }

  /** Opens a page and links it to a phone that is new. */
  OpenPage openLinked(String number) {
    OpenPage opened = openWithQr();
    standIn.phone(number);
    standIn.scan(number, opened.first(dev.waggle.session.page.PageEvent.QrShown.class).text());
    opened.first(dev.waggle.session.page.PageEvent.Ready.class);
    return opened;
  }
}
