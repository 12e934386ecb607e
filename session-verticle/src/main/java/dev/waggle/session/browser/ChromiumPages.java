package dev.waggle.session.browser;

import dev.waggle.contract.SessionName;
import dev.waggle.session.page.OwnerLease;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageRequest;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.page.WhatsAppPages;
import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens WhatsApp Web in Chromium, one browser with its own profile for each session, about ten
 * browsers to one Playwright driver. Safe for all threads.
 */
public final class ChromiumPages implements WhatsAppPages {

  private static final Logger log = LoggerFactory.getLogger(ChromiumPages.class);
  private static final int WORKERS = 8;

  /** Each takes 90 to 140 MiB. */
  private static final int MOST_DRIVERS_AHEAD = 2;

  private final Vertx vertx;
  private final SessionNodeSettings settings;
  private final BrowserSettings browser;
  private final ChromiumFinder finder;
  private final DriverPool drivers;
  private final LaunchGate launches;
  private final BrowsersAhead ahead;
  private final WorkerExecutor workers;
  private final WaJs waJs;
  private final PageScript script;
  private final Set<Opened> pages = ConcurrentHashMap.newKeySet();
  private volatile Chromium chromium;
  private volatile boolean closed;

  /**
   * Reads wa-js and gets ready; starts nothing.
   *
   * @throws dev.waggle.settings.InvalidSettingsException when a configured wa-js cannot be read
   */
  public ChromiumPages(Vertx vertx, SessionNodeSettings settings) {
    this(vertx, settings, PageScript.LONGEST_HOLD);
  }

  /** The same with another limit for what pages hold back. */
  ChromiumPages(Vertx vertx, SessionNodeSettings settings, Duration longestHold) {
    this.vertx = vertx;
    this.settings = settings;
    this.browser = settings.browser();
    this.finder = new ChromiumFinder(browser);
    this.drivers = new DriverPool(browser.sessionsPerDriver());
    this.launches = LaunchGate.of(browser.parallelLaunches());
    this.ahead = new BrowsersAhead(launches);
    this.workers = vertx.createSharedWorkerExecutor("waggle-browser", WORKERS, 5, TimeUnit.MINUTES);
    this.waJs = WaJs.load(settings.whatsapp().waJs());
    this.script = PageScript.of(settings.whatsapp(), settings.lease(), longestHold, waJs);
    if (!ChromiumFlags.sandboxed(browser)) {
      log.warn("Chromium runs without its own sandbox; as another user than root it can have it");
    }
    if (browser.memoryBudget() > 0 && !BrowserMemory.isKnown()) {
      log.warn("This system does not tell what browsers hold; memory-budget has no effect");
    }
  }

  @Override
  public Future<WhatsAppPage> open(PageRequest request, Handler<PageEvent> events) {
    if (closed) {
      return Future.failedFuture(PageErrors.closed());
    }
    Context context = vertx.getOrCreateContext();
    Future<ChromiumPage> opening =
        Contexts.hop(context, takeAhead(request))
            .compose(browser -> open(context, request, browser, events))
            .compose(this::refuseWhenClosed)
            .recover(failure -> Future.failedFuture(PageErrors.of(failure)))
            .onFailure(failure -> logFailure(request, failure));
    Opened opened = new Opened(request, opening);
    pages.add(opened);
    opening.compose(ChromiumPage::whenFreed).onComplete(over -> pages.remove(opened));
    return opening.map(page -> page);
  }

  private Future<ChromiumPage> open(
      Context context,
      PageRequest request,
      Optional<BrowserAhead> ahead,
      Handler<PageEvent> events) {
    return workers
        .executeBlocking(() -> prepare(request, ahead.isPresent()), false)
        .compose(prepared -> opening(context, request, prepared, ahead, events).open())
        .recover(
            failure ->
                ahead
                    .map(BrowserAhead::discard)
                    .orElseGet(Future::succeededFuture)
                    .transform(gone -> Future.failedFuture(failure)));
  }

  /** The browser that was started ahead; empty when there is none, and then nothing of one. */
  private Future<Optional<BrowserAhead>> takeAhead(PageRequest request) {
    Optional<BrowserAhead> taken = ahead.take(request.session());
    taken.ifPresent(browser -> request.calledOff().onSuccess(off -> browser.callOff()));
    return taken
        .map(
            browser ->
                browser
                    .isUsable()
                    .compose(
                        usable ->
                            usable
                                ? Future.succeededFuture(taken)
                                : browser.discard().map(Optional.<BrowserAhead>empty())))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  @Override
  public Future<Void> startAhead(SessionName session, Path profile, OwnerLease lease) {
    if (closed) {
      return Future.failedFuture(PageErrors.closed());
    }
    return workers
        .executeBlocking(() -> prepareAhead(profile, lease), false)
        .compose(
            prepared ->
                ahead.start(session, new BrowserAhead(vertx, prepared.plan, () -> hold(prepared))));
  }

  @Override
  public Future<Void> forgo(SessionName session) {
    return ahead.discard(session);
  }

  /**
   * A driver takes most of a second to start, and launches one browser at a time; so there are to
   * be two.
   */
  @Override
  public Future<Void> getReady() {
    if (closed) {
      return Future.succeededFuture();
    }
    return workers
        .executeBlocking(this::startDrivers, false)
        .compose(started -> started)
        .onFailure(failure -> log.debug("No browser driver was started ahead", failure))
        .otherwiseEmpty();
  }

  private Future<Void> startDrivers() {
    chromium();
    int wanted = Math.min(MOST_DRIVERS_AHEAD, LaunchGate.width(browser.parallelLaunches()));
    return drivers.warm(DriverInstall.ensure(settings.data()), wanted);
  }

  @Override
  public void leaseRenewed() {
    drivers.leaseRenewed();
  }

  @Override
  public DriverVersions versions() {
    return new DriverVersions(waJs.version(), chromium == null ? "" : chromium.version());
  }

  @Override
  public Future<Map<SessionName, Long>> memory() {
    Map<Path, SessionName> sessions = new HashMap<>();
    pages.forEach(
        opened ->
            sessions.put(opened.request.profile().toAbsolutePath(), opened.request.session()));
    return sessions.isEmpty()
        ? Future.succeededFuture(Map.of())
        : workers.executeBlocking(() -> memory(sessions), false).otherwise(Map.of());
  }

  private static Map<SessionName, Long> memory(Map<Path, SessionName> sessions) {
    Map<SessionName, Long> sizes = new HashMap<>();
    BrowserMemory.of(sessions.keySet())
        .forEach((profile, size) -> sizes.put(sessions.get(profile), size));
    return sizes;
  }

  @Override
  public Future<Void> close() {
    closed = true;
    List<Future<Void>> ends =
        pages.stream()
            .map(opened -> opened.page.compose(ChromiumPage::close).otherwiseEmpty())
            .toList();
    return ahead
        .close()
        .compose(none -> Future.join(ends))
        .transform(closedPages -> drivers.close())
        .transform(ended -> workers.close());
  }

  private Future<ChromiumPage> refuseWhenClosed(ChromiumPage page) {
    return closed
        ? page.close().transform(gone -> Future.failedFuture(PageErrors.closed()))
        : Future.succeededFuture(page);
  }

  private static void logFailure(PageRequest request, Throwable failure) {
    log.warn(
        "Session {}, generation {}: no page ({})",
        request.session(),
        request.generation(),
        PageErrors.words(failure));
    log.debug("The whole of it", failure);
  }

  private PageOpening opening(
      Context context,
      PageRequest request,
      Prepared prepared,
      Optional<BrowserAhead> ahead,
      Handler<PageEvent> events) {
    return new PageOpening(
        context, launches, prepared.plan, () -> hold(prepared), ahead, request, events);
  }

  private BrowserHold hold(Prepared prepared) {
    return new BrowserHold(
        drivers.take(prepared.driver), prepared.plan.profile(), browser.closeTimeout(), workers);
  }

  /**
   * Looks for Chromium now rather than with the first page.
   *
   * @return fails with BROWSER_NOT_FOUND, and a sentence that says what to install or correct
   */
  public Future<Void> findBrowser() {
    return workers.executeBlocking(this::chromium, false).mapEmpty();
  }

  private synchronized Chromium chromium() {
    if (chromium == null) {
      chromium = finder.find();
    }
    return chromium;
  }

  /**
   * Gets a profile ready for its page.
   *
   * @param inUse whether a browser of ours, which was started ahead, runs on it
   */
  private Prepared prepare(PageRequest request, boolean inUse) throws IOException {
    chromium();
    if (!request.lease().isHeld()) {
      throw PageErrors.notOwner();
    }
    ProfileFolder profile = new ProfileFolder(request.profile());
    if (!inUse) {
      profile.prepare(browser.closeTimeout());
    }
    return prepared(profile, request.lease(), profile.storageCopy().read());
  }

  private Prepared prepareAhead(Path folder, OwnerLease lease) throws IOException {
    ProfileFolder profile = new ProfileFolder(folder);
    profile.prepareAhead();
    return prepared(profile, lease, Optional.empty());
  }

  private Prepared prepared(ProfileFolder profile, OwnerLease lease, Optional<JsonObject> storage) {
    LaunchPlan plan =
        new LaunchPlan(
            chromium(),
            profile,
            browser,
            settings.whatsapp().userAgent(),
            settings.whatsapp().url(),
            script,
            lease,
            storage);
    return new Prepared(DriverInstall.ensure(settings.data()), plan);
  }

  /** Compared by identity, for a session opens one page after the other. */
  private static final class Opened {
    private final PageRequest request;
    private final Future<ChromiumPage> page;

    Opened(PageRequest request, Future<ChromiumPage> page) {
      this.request = request;
      this.page = page;
    }
  }

  private record Prepared(Path driver, LaunchPlan plan) {}
}
