package dev.waggle.session.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import dev.waggle.session.page.PageEvent.Cause;
import java.time.Duration;

/**
 * The Playwright objects of one session: one browser with one page. Everything here happens on the
 * browser thread, and the listener is called there.
 *
 * <p>Texts come out of the page through a DevTools binding, and work is started in it by an
 * evaluation that does not wait for the work. A page that is busy may take longer even to start it;
 * after {@link #PATIENCE} the neighbours on this thread go first, and the start happens when the
 * page gets to it.
 */
final class PageTab {

  /** What a page tells; implementations return at once and never throw. */
  interface Listener {
    /** The script in the page has said something. */
    void told(String text);

    /** The main frame shows another address. */
    void navigated(String url);

    /** The page or what it runs on has died, or was closed; may come more than once. */
    void gone(Cause cause);
  }

  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration SETUP = Duration.ofSeconds(10);

  private final BrowserThread thread;
  private final BrowserContext context;
  private final Page page;
  private final CDPSession devTools;

  private PageTab(BrowserThread thread, BrowserContext context) {
    this.thread = thread;
    this.context = context;
    this.page = context.pages().get(0);
    this.devTools = context.newCDPSession(page);
  }

  /**
   * Launches the browser with the script in place, still on an empty page.
   *
   * @throws PlaywrightException or {@link CallLimit.Exceeded}, and then it may still be running
   */
  static PageTab launch(
      Playwright playwright, BrowserThread thread, LaunchPlan plan, Listener listener) {
    BrowserContext context =
        CallLimit.within(
            plan.launchLimit(),
            () ->
                playwright
                    .chromium()
                    .launchPersistentContext(plan.profile().path(), plan.options()));
    return CallLimit.within(
        SETUP,
        () -> {
          PageTab tab = new PageTab(thread, context);
          tab.watch(listener);
          tab.dress(plan, listener);
          return tab;
        });
  }

  /** Starts to load a page; what comes of it is told to {@code visit}. */
  void visit(PageVisit visit) {
    visit.watch(page);
    CallLimit.within(
        SETUP, () -> page.evaluate("url => { location.href = url }", visit.url().toString()));
  }

  /**
   * Starts work in the page.
   *
   * @param expression is true when the script was there to take it
   * @return false when it was not
   */
  boolean start(String expression) {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("expression", expression);
    parameters.addProperty("returnByValue", true);
    try {
      JsonObject answer =
          CallLimit.within(PATIENCE, () -> devTools.send("Runtime.evaluate", parameters));
      JsonObject result = answer.getAsJsonObject("result");
      return result.has("value") && result.get("value").getAsBoolean();
    } catch (CallLimit.Exceeded busy) {
      return true;
    }
  }

  /** Asks the browser to end in good order, which writes what is not yet on disk. Never throws. */
  Void close() {
    thread.letGo(page);
    try {
      CallLimit.within(PATIENCE, () -> devTools.send("Browser.close"));
    } catch (PlaywrightException | CallLimit.Exceeded deaf) {
      closeByDriver();
    }
    return null;
  }

  /** A crashed page has no ear left, but its browser has. */
  private void closeByDriver() {
    try {
      CallLimit.within(
          PATIENCE,
          () -> {
            context.close();
            return null;
          });
    } catch (PlaywrightException | CallLimit.Exceeded deaf) {
      // Its processes are waited for, and killed, by their profile.
    }
  }

  private void watch(Listener listener) {
    thread.keep(page, () -> listener.gone(Cause.DRIVER));
    page.onCrash(
        crashed -> {
          thread.letGo(page);
          listener.gone(Cause.RENDERER);
        });
    context.onClose(
        closed -> {
          thread.letGo(page);
          listener.gone(Cause.BROWSER);
        });
    page.onFrameNavigated(
        frame -> {
          if (isMain(frame)) {
            listener.navigated(frame.url());
          }
        });
  }

  private boolean isMain(Frame frame) {
    return frame.parentFrame() == null;
  }

  private void dress(LaunchPlan plan, Listener listener) {
    String own = devTools.send("Browser.getVersion").get("userAgent").getAsString();
    devTools.send("Emulation.setUserAgentOverride", UserAgent.override(own, plan.userAgent()));
    devTools.on(
        "Runtime.bindingCalled",
        call -> {
          if (call.get("name").getAsString().equals(plan.script().binding())) {
            listener.told(call.get("payload").getAsString());
          }
        });
    devTools.send("Runtime.enable");
    JsonObject binding = new JsonObject();
    binding.addProperty("name", plan.script().binding());
    devTools.send("Runtime.addBinding", binding);
    page.addInitScript(plan.script().text());
  }
}
