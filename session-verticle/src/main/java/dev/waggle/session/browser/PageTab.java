package dev.waggle.session.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
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
 * page gets to it. A page that was late once is hardly waited for until it is in time again, so
 * that many commands to a hung page do not hold its neighbours up.
 */
final class PageTab {

  /** What a page tells; implementations return at once and never throw. */
  interface Listener {
    /** The script in the page has said something. */
    void told(String text);

    /** The page has changed its localStorage. */
    void stored();

    /** The main frame shows another address. */
    void navigated(String url);

    /** The page or what it runs on has died, or was closed; may come more than once. */
    void gone(Cause cause);
  }

  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration NO_PATIENCE = Duration.ofMillis(10);
  private static final int CHARACTERS_PER_MS = 2000;
  private static final Duration SETUP = Duration.ofSeconds(10);

  private final BrowserThread thread;
  private final BrowserContext context;
  private final Page page;
  private final CDPSession devTools;
  private final OwnerWord word;
  private boolean late;
  private AutoCloseable restoring = () -> {};

  private PageTab(BrowserThread thread, BrowserContext context, LaunchPlan plan) {
    this.thread = thread;
    this.context = context;
    this.page = context.pages().get(0);
    this.devTools = context.newCDPSession(page);
    this.word = new OwnerWord(new DevToolsPost(devTools), plan.script().ear(), plan.lease());
  }

  /** Gives localStorage back in the first document only: what is cleared later stays cleared. */
  void restoreStorage(LaunchPlan plan) {
    plan.storage()
        .ifPresent(copy -> restoring = page.addInitScript(PageScript.restore(plan.url(), copy)));
  }

  /**
   * Launches the browser with the script in place, still on an empty page.
   *
   * @throws PlaywrightException or {@link CallLimit.Exceeded}, and then it may still be running
   */
  static PageTab launch(
      Playwright playwright, BrowserThread thread, LaunchPlan plan, Listener listener) {
    BrowserContext context = open(playwright, thread, plan);
    return CallLimit.within(
        SETUP,
        () -> {
          PageTab tab = new PageTab(thread, context, plan);
          tab.keepAlive(listener);
          new PageEars(tab.page, tab.devTools, tab.word, listener).open(plan.script());
          tab.dress(plan);
          return tab;
        });
  }

  private static BrowserContext open(Playwright playwright, BrowserThread thread, LaunchPlan plan) {
    try {
      return CallLimit.within(
          plan.launchLimit(),
          () ->
              playwright.chromium().launchPersistentContext(plan.profile().path(), plan.options()));
    } catch (CallLimit.Exceeded late) {
      thread.doubtDriver();
      throw late;
    }
  }

  private void keepAlive(Listener listener) {
    thread.keep(page, new Resident(word, listener));
    page.onCrash(
        crashed -> {
          thread.letGo(page);
          listener.gone(Cause.RENDERER);
        });
    // The page's own end: after it nothing pumps, and the end of its browser would not be heard.
    page.onClose(
        closed -> {
          thread.letGo(page);
          listener.gone(Cause.BROWSER);
        });
  }

  private record Resident(OwnerWord word, Listener listener) implements BrowserThread.Resident {
    @Override
    public void leaseRenewed() {
      word.speak();
    }

    @Override
    public void driverGone() {
      listener.gone(Cause.DRIVER);
    }
  }

  private void dress(LaunchPlan plan) {
    String own = devTools.send("Browser.getVersion").get("userAgent").getAsString();
    devTools.send("Emulation.setUserAgentOverride", UserAgent.override(own, plan.userAgent()));
    page.addInitScript(plan.script().text());
    restoreStorage(plan);
  }

  /**
   * Tells the page that its reports up to this number are passed on. For any thread; several that
   * wait for the browser thread make one word.
   */
  void passedOn(long number) {
    if (word.confirm(number)) {
      var unused =
          thread.submit(
              () -> {
                word.speakIfDue();
                return null;
              });
    }
  }

  /** Starts to load a page; what comes of it is told to {@code visit}. */
  void visit(PageVisit visit) {
    visit.watch(page);
    CallLimit.within(
        SETUP, () -> page.evaluate("url => { location.href = url }", visit.url().toString()));
  }

  /** The first document is there: from now on localStorage is the page's alone. */
  Void endRestoring() {
    try {
      CallLimit.within(PATIENCE, this::takeBack);
    } catch (CallLimit.Exceeded busy) {
      // It happens when the page gets to it.
    }
    return null;
  }

  private Void takeBack() {
    try {
      restoring.close();
      return null;
    } catch (PlaywrightException known) {
      throw known;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
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
          CallLimit.within(
              patience(expression), () -> devTools.send("Runtime.evaluate", parameters));
      late = false;
      JsonObject result = answer.getAsJsonObject("result");
      return result.has("value") && result.get("value").getAsBoolean();
    } catch (CallLimit.Exceeded busy) {
      late = true;
      thread.doubtDriver();
      return true;
    }
  }

  /** A long expression carries a file, which takes its time to hand over before any waiting. */
  private Duration patience(String expression) {
    return (late ? NO_PATIENCE : PATIENCE).plusMillis(expression.length() / CHARACTERS_PER_MS);
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
}
