package dev.waggle.session.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread with one Playwright driver, and the pages that it keeps alive.
 *
 * <p>It runs tasks in the order of their submission, and in between it pumps: {@code
 * waitForCondition} on any open page delivers the events of all of them and returns when a task is
 * there, at 0.8 % of a core. Without a page there is nothing to hear, and it waits for tasks alone.
 *
 * <p>A driver that answers nothing any more is killed, and found out whenever a call that goes
 * through it has taken too long. When the driver dies, every page is told, every task fails with
 * {@link DriverGone}, and the thread ends. It is a daemon, and so are Playwright's own threads,
 * which it starts.
 */
final class BrowserThread {

  /** The driver has died, or could not be started; another one has to be taken. */
  static final class DriverGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DriverGone(Throwable cause) {
      super("The browser driver is gone", cause);
    }
  }

  /** What is told to those that live on a page of this thread, on this thread. */
  interface Resident {

    /** The node's lease was renewed. */
    void leaseRenewed();

    /** The driver has died while the page was kept. */
    void driverGone();
  }

  private static final Logger log = LoggerFactory.getLogger(BrowserThread.class);

  private final BlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
  private final Map<Page, Resident> pages = new HashMap<>();
  private final AtomicBoolean renewalToTell = new AtomicBoolean();
  private final Promise<Void> started = Promise.promise();
  private final Promise<Void> end = Promise.promise();
  private final Path driverFolder;
  private boolean doubted;
  private volatile Driver driver;
  private volatile boolean ending;
  private volatile boolean ended;

  private BrowserThread(Path driverFolder) {
    this.driverFolder = driverFolder;
  }

  /** Starts the thread, and the driver on it. */
  static BrowserThread start(Path driverFolder, String name) {
    BrowserThread browserThread = new BrowserThread(driverFolder);
    Thread thread = new Thread(browserThread::run, name);
    thread.setDaemon(true);
    thread.start();
    return browserThread;
  }

  /** Done when its driver is there; fails when that ended instead. Completes on this thread. */
  Future<Void> whenStarted() {
    return started.future();
  }

  /**
   * Whether it has not been told to end, nor lost its driver. The thread may not know yet that it
   * has.
   */
  boolean takesTasks() {
    Driver running = driver;
    return !ending && !ended && (running == null || running.isAlive());
  }

  /** Whether the thread is over and its driver gone. */
  boolean isOver() {
    return ended;
  }

  /** Runs a task here. The future completes on this thread. */
  <T> Future<T> submit(Function<Playwright, T> work) {
    Task<T> task = new Task<>(work, Promise.promise());
    tasks.add(task);
    if (ended) {
      failWaiting(null);
    }
    return task.promise.future();
  }

  /** Runs a task here that needs a page only. */
  <T> Future<T> submit(Supplier<T> work) {
    return submit(playwright -> work.get());
  }

  /** Has the driver asked whether it is still there, before what is submitted next. */
  void examineDriver() {
    var unused =
        submit(
            playwright -> {
              doubtDriver();
              return null;
            });
  }

  /** Ends the driver when what was submitted before has run; done when the thread is over. */
  Future<Void> end() {
    ending = true;
    wake();
    return end.future();
  }

  /** Tells every page that the lease was renewed; what is still to be told is not told twice. */
  void leaseRenewed() {
    if (renewalToTell.compareAndSet(false, true)) {
      submit(
          () -> {
            renewalToTell.set(false);
            pages.values().forEach(Resident::leaseRenewed);
            return null;
          });
    }
  }

  /** Has a page pumped. To be called on this thread. */
  void keep(Page page, Resident resident) {
    pages.put(page, resident);
  }

  /** A page that has closed or crashed can pump no longer. To be called on this thread. */
  void letGo(Page page) {
    pages.remove(page);
  }

  /**
   * Has the driver asked, after the present task, whether it is still there: a call has taken too
   * long, and it may be the driver that hangs. To be called on this thread.
   */
  void doubtDriver() {
    doubted = true;
  }

  private void run() {
    Throwable death = null;
    try {
      live(Driver.start(driverFolder));
    } catch (RuntimeException failure) {
      death = failure;
    } finally {
      ended = true;
      started.tryFail(new DriverGone(death));
      log.debug("A browser driver has ended", death);
      tellPages();
      failWaiting(death);
      end.complete();
    }
  }

  private void live(Driver running) {
    driver = running;
    started.complete();
    var unused = running.process().onExit().thenRun(this::wake);
    try {
      while (running.isAlive() && !(ending && tasks.isEmpty())) {
        step(running);
      }
    } finally {
      running.end();
    }
  }

  private void step(Driver running) {
    if (pages.isEmpty()) {
      runNext(running);
    } else {
      pump(running, pages.keySet().iterator().next());
      while (!tasks.isEmpty() && running.isAlive()) {
        runNext(running);
      }
    }
  }

  private void runNext(Driver driver) {
    try {
      tasks.take().run(driver.playwright());
    } catch (InterruptedException never) {
      log.debug("A browser thread was interrupted", never);
    }
    if (doubted) {
      doubted = false;
      endIfDeaf(driver);
    }
  }

  /** What its browsers' sessions need is another driver: no call to this one comes back. */
  private static void endIfDeaf(Driver driver) {
    if (!driver.answers()) {
      log.warn("event=driver-killed pid={} reason=\"It does not answer.\"", driver.process().pid());
      driver.kill();
    }
  }

  private void pump(Driver driver, Page page) {
    try {
      page.waitForCondition(
          () -> !tasks.isEmpty(), new Page.WaitForConditionOptions().setTimeout(0));
    } catch (PlaywrightException over) {
      if (!pages.containsKey(page) || page.isClosed()) {
        pages.remove(page);
      } else {
        // Not this page is at an end but the driver, or its words make no sense any more.
        log.debug("Messages from a browser driver cannot be read", over);
        driver.process().destroyForcibly();
      }
    }
  }

  private void wake() {
    tasks.add(new Task<>(playwright -> null, Promise.promise()));
  }

  private void tellPages() {
    List<Resident> all = List.copyOf(pages.values());
    pages.clear();
    all.forEach(Resident::driverGone);
  }

  private void failWaiting(Throwable death) {
    for (Task<?> task = tasks.poll(); task != null; task = tasks.poll()) {
      task.promise.tryFail(new DriverGone(death));
    }
  }

  private record Task<T>(Function<Playwright, T> work, Promise<T> promise) {
    void run(Playwright playwright) {
      try {
        promise.complete(work.apply(playwright));
      } catch (RuntimeException failure) {
        promise.fail(failure);
      }
    }
  }
}
