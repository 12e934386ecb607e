package dev.waggle.simulator.page;

import com.microsoft.playwright.Playwright;
import dev.waggle.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stand-in and a browser driver for each class of tests, a fresh profile for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {

  private Playwright playwright;
  StandIn standIn;

  private final List<DrivenPage> pages = new ArrayList<>();
  @TempDir Path profile;

  @BeforeAll
  void start() {
    playwright = Playwright.create();
    standIn = new StandIn(config());
  }

  /** Overridden where a test needs other timings; the sync is as short as clients bear. */
  SimulatorConfig config() {
    return SimulatorConfig.defaults().withTlsPort(SimulatorConfig.OFF).withSyncDelayMs(200);
  }

  @AfterAll
  void stop() {
    standIn.close();
    playwright.close();
  }

  @BeforeEach
  void createPhones() {
    standIn.reset();
  }

  @AfterEach
  void closePages() {
    pages.forEach(DrivenPage::close);
    pages.clear();
  }

  /** The page on this test's profile; what was there before must have been closed. */
  DrivenPage open() {
    DrivenPage page = DrivenPage.open(playwright, profile, standIn.url());
    pages.add(page);
    return page;
  }

  /** A page that is linked, synced and ready for wa-js. */
  DrivenPage openLinked() {
    DrivenPage page = open();
    standIn.scan(page.qr());
    page.awaitState("CONNECTED MAIN NORMAL");
    page.awaitEvent("loader.full_ready");
    return page;
  }

  void close(DrivenPage page) {
    pages.remove(page);
    page.close();
  }
}
