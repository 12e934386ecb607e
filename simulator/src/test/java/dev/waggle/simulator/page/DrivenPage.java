package dev.waggle.simulator.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.Playwright;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The page in a browser with a profile on disk, with wa-js as its init script. Events come in while
 * a method of it waits; it belongs to the thread of its Playwright.
 */
final class DrivenPage implements AutoCloseable {

  private static final Path CLIENTS = Path.of("src/test/js");
  private static final Path WA_JS =
      CLIENTS.resolve("node_modules/@wppconnect/wa-js/dist/wppconnect-wa.js");
  private static final double DEADLINE_MS = 20_000;
  private static final String STATE =
      "() => [require('WAWebSocketModel').Socket.state, require('WAWebStreamModel').Stream.mode,"
          + " require('WAWebStreamModel').Stream.info].join(' ')";

  /** What wa-js told, with its value as JSON. */
  record Event(String name, String json) {
    @Override
    public String toString() {
      return name + (json.equals("null") ? "" : " " + json);
    }
  }

  private final List<Event> events = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final Path profile;
  private final BrowserContext context;
  private final Page page;
  private boolean killed;

  private DrivenPage(Playwright playwright, Path profile) {
    this.profile = profile;
    context = playwright.chromium().launchPersistentContext(profile, options());
    page = context.pages().get(0);
    page.setDefaultTimeout(DEADLINE_MS);
    page.exposeFunction(
        "recordEvent", args -> events.add(new Event((String) args[0], (String) args[1])));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
  }

  private static LaunchPersistentContextOptions options() {
    return new LaunchPersistentContextOptions()
        .setExecutablePath(Chromium.find())
        .setArgs(Chromium.arguments());
  }

  static DrivenPage open(Playwright playwright, Path profile, String url) {
    DrivenPage driven = new DrivenPage(playwright, profile);
    driven.page.addInitScript(
        "if (location.protocol !== 'about:') { window.WPPConfig = { disableGoogleAnalytics: true };"
            + read(WA_JS)
            + read(CLIENTS.resolve("record-events.js"))
            + "}");
    driven.page.navigate(url, new NavigateOptions().setTimeout(DEADLINE_MS));
    return driven;
  }

  private static String read(Path script) {
    try {
      return "\n" + Files.readString(script) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Page page() {
    return page;
  }

  void await(BooleanSupplier condition) {
    page.waitForCondition(condition, new WaitForConditionOptions().setTimeout(DEADLINE_MS));
  }

  void awaitEvent(String name) {
    await(() -> events(name).findAny().isPresent());
  }

  void awaitEvent(String name, String json) {
    await(() -> events(name).anyMatch(event -> event.json().contains(json)));
  }

  /** Waits until these were told in this order, with whatever else between them. */
  void awaitEvents(String... inOrder) {
    await(() -> areAmongEvents(List.of(inOrder)));
  }

  private boolean areAmongEvents(List<String> inOrder) {
    Iterator<String> wanted = inOrder.iterator();
    String next = wanted.next();
    for (Event event : events) {
      if (event.toString().equals(next)) {
        if (!wanted.hasNext()) {
          return true;
        }
        next = wanted.next();
      }
    }
    return false;
  }

  /**
   * Socket state, stream mode and stream info in one text, such as {@code CONNECTED MAIN NORMAL}.
   */
  void awaitState(String wanted) {
    page.waitForFunction("wanted => (" + STATE + ")().startsWith(wanted)", wanted);
  }

  String state() {
    return (String) page.evaluate(STATE);
  }

  /** The text of the QR on show. */
  String qr() {
    return page.locator("[data-ref]").getAttribute("data-ref");
  }

  Stream<Event> events(String name) {
    return events.stream().filter(event -> event.name().equals(name));
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  /** Errors of the console and uncaught ones. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Waits until wa-js can send, then runs a function of it and gives back its JSON answer. */
  JsonObject call(String function, Object argument) {
    page.waitForFunction("() => window.WPP && WPP.isFullReady");
    String json = "async (argument) => JSON.stringify(await (" + function + ")(argument))";
    return new JsonObject((String) page.evaluate(json, argument));
  }

  /** Ends the browser without a word to it, as SIGKILL does. */
  void kill() {
    String own = "--user-data-dir=" + profile;
    List<ProcessHandle> browser =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(own))
            .toList();
    browser.forEach(ProcessHandle::destroyForcibly);
    browser.forEach(process -> process.onExit().join());
    killed = true;
  }

  @Override
  public void close() {
    if (!killed) {
      context.close();
    }
  }
}
