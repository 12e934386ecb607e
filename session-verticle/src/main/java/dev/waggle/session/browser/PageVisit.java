package dev.waggle.session.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.util.function.Consumer;

/**
 * One attempt to load a page, without holding the browser thread as Playwright's own navigation
 * does. It has no deadline; who waits for it sets one.
 */
final class PageVisit {

  /** Why the page could not be loaded, in a few words of the browser. */
  static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(String reason) {
      super(reason);
    }
  }

  private static final int FIRST_ERROR = 400;

  private final URI url;
  private final Promise<Void> outcome = Promise.promise();

  PageVisit(URI url) {
    this.url = url;
  }

  URI url() {
    return url;
  }

  /** Done when the document is parsed; fails with {@link Unreachable}. */
  Future<Void> outcome() {
    return outcome.future();
  }

  /** Listens to the page until the outcome is known. */
  void watch(Page page) {
    Consumer<Request> failed = this::onFailed;
    Consumer<Response> answered = this::onAnswered;
    Consumer<Page> parsed = this::onParsed;
    page.onRequestFailed(failed);
    page.onResponse(answered);
    page.onDOMContentLoaded(parsed);
    outcome
        .future()
        .onComplete(
            done -> {
              page.offRequestFailed(failed);
              page.offResponse(answered);
              page.offDOMContentLoaded(parsed);
            });
  }

  private void onFailed(Request request) {
    boolean replaced = String.valueOf(request.failure()).contains("ERR_ABORTED");
    if (isMain(request) && !replaced) {
      outcome.tryFail(new Unreachable(request.failure()));
    }
  }

  private void onAnswered(Response response) {
    if (isMain(response.request()) && response.status() >= FIRST_ERROR) {
      outcome.tryFail(new Unreachable("status " + response.status()));
    }
  }

  private void onParsed(Page page) {
    if (!page.url().startsWith("chrome-error:") && !page.url().startsWith("about:")) {
      outcome.tryComplete();
    }
  }

  private static boolean isMain(Request request) {
    try {
      return request.isNavigationRequest() && request.frame().parentFrame() == null;
    } catch (PlaywrightException ofNoFrame) {
      return false;
    }
  }
}
