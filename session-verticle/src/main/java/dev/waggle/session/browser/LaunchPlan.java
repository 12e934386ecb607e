package dev.waggle.session.browser;

import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.waggle.session.page.OwnerLease;
import dev.waggle.session.settings.BrowserSettings;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * All that it takes to launch one session's browser.
 *
 * @param userAgent what it calls itself; empty for its own words without "Headless"
 * @param url the page to visit
 * @param lease told to the page
 * @param storage the copy of localStorage that the page gets back should its own be older
 */
record LaunchPlan(
    Chromium chromium,
    ProfileFolder profile,
    BrowserSettings settings,
    String userAgent,
    URI url,
    PageScript script,
    OwnerLease lease,
    Optional<JsonObject> storage) {

  /** Locale and time zone stay as the host has them. */
  LaunchPersistentContextOptions options() {
    return new LaunchPersistentContextOptions()
        .setExecutablePath(chromium.executable())
        .setArgs(ChromiumFlags.of(chromium, settings))
        .setChromiumSandbox(ChromiumFlags.sandboxed(settings))
        .setHeadless(true)
        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
        .setAcceptDownloads(false)
        .setArtifactsDir(profile.artifacts())
        .setTimeout((double) settings.launchTimeout().toMillis());
  }

  /** For the launch call as a whole: longer than Playwright's own limit, which says more. */
  Duration launchLimit() {
    return settings.launchTimeout().plusSeconds(5);
  }
}
