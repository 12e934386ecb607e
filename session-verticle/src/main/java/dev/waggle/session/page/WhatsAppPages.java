package dev.waggle.session.page;

import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import java.nio.file.Path;
import java.util.Map;

/** Opens pages; shared by all sessions of a node. */
public interface WhatsAppPages {

  /**
   * Opens a page for a session. Done when the page has loaded; what it shows comes as events, which
   * may begin before that. Must be called on a Vert.x context, which is where the future completes
   * and where the events arrive, one at a time. When it fails, nothing is left running.
   *
   * <p>Fails with BROWSER_NOT_FOUND, BROWSER_UNUSABLE, PAGE_UNREACHABLE, BROWSER_CLOSED or TIMEOUT.
   */
  Future<WhatsAppPage> open(PageRequest request, Handler<PageEvent> events);

  /**
   * Sessions may arrive in a few seconds: prepares what takes its time and belongs to none of them.
   * Done when that is there, or cannot be. Never fails; may be repeated.
   */
  default Future<Void> getReady() {
    return Future.succeededFuture();
  }

  /**
   * Starts the browser of a session that may be this node's in a moment, on an empty page: nothing
   * is loaded, and nothing of the profile is used. {@link #open} takes it for the session; {@link
   * #forgo} must follow when it is not opened. Must be called on a Vert.x context. Done when the
   * browser is there; when it fails, nothing is left running.
   *
   * @param profile Chromium's user-data-dir, which the caller has locked for itself. Since the
   *     caller may not own the session, no leftover of another browser is touched: where there is
   *     one, this fails
   * @param lease told to the page when there is one
   */
  default Future<Void> startAhead(SessionName session, Path profile, OwnerLease lease) {
    return Future.failedFuture("no browser is started ahead");
  }

  /**
   * Closes the browser that was started ahead for a session, if there is one that was not taken;
   * done when it is gone. Never fails.
   */
  default Future<Void> forgo(SessionName session) {
    return Future.succeededFuture();
  }

  /**
   * The node's lease was renewed: every page is told how long it holds now. Returns at once. A page
   * that hears nothing for as long as the last word said leaves WhatsApp by itself.
   */
  default void leaseRenewed() {}

  /** The wa-js version and the browser's version line, for the API. */
  DriverVersions versions();

  /**
   * Bytes of memory that the browser of each session holds; sessions of which that is not known are
   * left out. Completes on the context that asks. Never fails.
   */
  default Future<Map<SessionName, Long>> memory() {
    return Future.succeededFuture(Map.of());
  }

  /** Closes every page and ends every driver; done when none is left. Never fails. */
  Future<Void> close();

  /**
   * What drives the page.
   *
   * @param browser empty before the first launch
   */
  record DriverVersions(String waJs, String browser) {}
}
