package dev.waggle.session.browser;

import dev.waggle.session.page.PageEvent;
import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.settings.SnapshotSettings;
import dev.waggle.session.settings.WhatsAppSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
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
    return new ChromiumPages(vertx, nodeFor(url, browser));
  }

  /** Pages that hold back so long what is not passed on, which the test closes. */
  ChromiumPages pagesHolding(Duration longest) {
    return new ChromiumPages(vertx, nodeFor(standIn.url(), BrowserSettings.DEFAULT), longest);
  }

  private static SessionNodeSettings nodeFor(URI url, BrowserSettings browser) {
    SessionNodeSettings node = SessionNodeSettings.DEFAULT;
    return new SessionNodeSettings(
        folder,
        node.maxSessions(),
        node.minFreeMemory(),
        new WhatsAppSettings(url, null, "", true),
        browser,
        node.linking(),
        node.recovery(),
        SnapshotSettings.DEFAULT,
        node.lease(),
        node.drain(),
        node.database());
  }

  /** The address of a server that answers as told. */
  URI served(Consumer<HttpServerRequest> answer) {
    HttpServer server =
        OpenPage.result(
            vertx.createHttpServer().requestHandler(answer::accept).listen(0, "127.0.0.1"));
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/");
  }

  static void html(HttpServerRequest request, String body) {
    var unused = request.response().putHeader("Content-Type", "text/html").end(body);
  }

  static BrowserSettings settings(Path executable, boolean headlessShell, Duration navigation) {
    BrowserSettings usual = BrowserSettings.DEFAULT;
    return new BrowserSettings(
        executable,
        headlessShell,
        usual.sandbox(),
        usual.extraArgs(),
        usual.sessionsPerDriver(),
        usual.parallelLaunches(),
        usual.launchTimeout(),
        navigation,
        usual.commandTimeout(),
        usual.closeTimeout(),
        usual.memoryBudget(),
        usual.memoryInterval());
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
    link(opened, number);
    return opened;
  }

  /** Links a page that shows a QR to a phone that is new. */
  void link(OpenPage opened, String number) {
    standIn.phone(number);
    standIn.scan(number, opened.first(PageEvent.QrShown.class).text());
    opened.first(PageEvent.Ready.class);
  }
}
