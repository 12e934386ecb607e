package dev.waggle.session.browser;

import static org.awaitility.Awaitility.await;

import dev.waggle.contract.SessionName;
import dev.waggle.session.page.OwnerLease;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageRequest;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.page.WhatsAppPages;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A page that was opened for a test, with all that it has told. */
final class OpenPage {

  static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final Duration LONG_LEASE = Duration.ofMinutes(1);

  private final List<PageEvent> events = new CopyOnWriteArrayList<>();
  private final Path profile;
  private WhatsAppPage page;

  private OpenPage(Path profile) {
    this.profile = profile;
  }

  /** Opens one on a context of its own, and waits until it has loaded. */
  static OpenPage open(Vertx vertx, WhatsAppPages pages, Path profile) {
    return open(vertx, pages, profile, () -> LONG_LEASE);
  }

  /** The same for an owner whose lease is the test's. */
  static OpenPage open(Vertx vertx, WhatsAppPages pages, Path profile, OwnerLease lease) {
    return open(vertx, pages, profile, lease, Future::succeededFuture);
  }

  /** The same for an owner who passes on when the test wants it. */
  static OpenPage open(
      Vertx vertx,
      WhatsAppPages pages,
      Path profile,
      OwnerLease lease,
      Supplier<Future<Void>> passedOn) {
    OpenPage opened = new OpenPage(profile);
    Future<Void> neverCalledOff = Promise.<Void>promise().future();
    opened.page =
        result(
            opening(vertx, pages, opened.request(lease, neverCalledOff, passedOn), opened.events));
    return opened;
  }

  /** Opens one and waits for its first QR. */
  static OpenPage withQr(Vertx vertx, WhatsAppPages pages, Path profile) {
    OpenPage opened = open(vertx, pages, profile);
    opened.first(PageEvent.QrShown.class);
    return opened;
  }

  /** The way a page is opened, for tests in which that fails. */
  static Future<WhatsAppPage> opening(
      Vertx vertx, WhatsAppPages pages, Path profile, List<PageEvent> events) {
    return opening(vertx, pages, profile, Promise.<Void>promise().future(), events);
  }

  /** The same for a page that is called off. */
  static Future<WhatsAppPage> opening(
      Vertx vertx,
      WhatsAppPages pages,
      Path profile,
      Future<Void> calledOff,
      List<PageEvent> events) {
    PageRequest request =
        new OpenPage(profile).request(() -> LONG_LEASE, calledOff, Future::succeededFuture);
    return opening(vertx, pages, request, events);
  }

  private static Future<WhatsAppPage> opening(
      Vertx vertx, WhatsAppPages pages, PageRequest request, List<PageEvent> events) {
    Promise<WhatsAppPage> promise = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(there -> pages.open(request, events::add).onComplete(promise));
    return promise.future();
  }

  private PageRequest request(
      OwnerLease lease, Future<Void> calledOff, Supplier<Future<Void>> passedOn) {
    return new PageRequest(new SessionName("test"), profile, 1, lease, calledOff, passedOn);
  }

  /** What a future brings within the time that tests have. */
  static <T> T result(Future<T> future) {
    try {
      return future.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("Nothing within " + PATIENCE, late);
    }
  }

  WhatsAppPage page() {
    return page;
  }

  Path profile() {
    return profile;
  }

  List<PageEvent> events() {
    return List.copyOf(events);
  }

  /** Waits for the first event of a kind. */
  <T extends PageEvent> T first(Class<T> kind) {
    return first(kind, event -> true);
  }

  /** Waits for the first event of a kind that is as wanted. */
  <T extends PageEvent> T first(Class<T> kind, Predicate<T> wanted) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> all(kind).stream().filter(wanted).findFirst(), found -> found.isPresent())
        .orElseThrow();
  }

  /** All events of a kind so far. */
  <T extends PageEvent> List<T> all(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Gives the page time for what should not happen: a second without any event. */
  void settle() {
    AtomicInteger seen = new AtomicInteger(-1);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> seen.getAndSet(events.size()) == events.size());
  }

  /** Forgets what was told so far. */
  void forget() {
    events.clear();
  }

  void close() {
    result(page.close());
  }

  /** The Chromium of this page: the process that no other process of the profile has started. */
  ProcessHandle browser() {
    List<ProcessHandle> running = processes();
    return running.stream()
        .filter(one -> one.parent().filter(running::contains).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** The Node.js that has started this page's Chromium. */
  ProcessHandle driver() {
    return browser().parent().orElseThrow();
  }

  /** A process of this page's Chromium, by its {@code --type}. */
  ProcessHandle process(String type) {
    return processes().stream()
        .filter(
            one ->
                ProfileProcesses.arguments(one).anyMatch(word -> word.contains("--type=" + type)))
        .findFirst()
        .orElseThrow();
  }

  List<ProcessHandle> processes() {
    return new ProfileProcesses(profile).running();
  }
}
