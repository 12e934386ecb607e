package dev.waggle.session.browser;

import dev.waggle.session.page.PageEvent;
import java.util.Optional;

/**
 * Lets through what is true of the session as a whole, where one document sees only itself
 * (whatsapp-web facts §8 and §9): a logout is told once, whichever of its signs comes first, a QR
 * on a page that was linked is such a sign, and after it such a page goes on to show QRs of no use.
 * A page that was not ready may log out to tidy up an older link, and its QRs are good. What the
 * profile held is told by the first document; later ones tell what that one has left of it.
 *
 * <p>Not for sharing between threads.
 */
final class EventFilter {

  private static final String LOGOUT_ADDRESS = ".*[?&]post_logout=1(&.*)?";
  private static final String REASON = "logout_reason=";

  private boolean found;
  private boolean linked;
  private boolean loggedOut;

  /** What a report of the page means; empty when it means nothing new. */
  Optional<PageEvent> passed(PageEvent event) {
    if (loggedOut && (linked || event instanceof PageEvent.LoggedOut)) {
      return Optional.empty();
    }
    if (event instanceof PageEvent.StorageFound) {
      return foundFirst(event);
    }
    linked |= event instanceof PageEvent.Ready;
    if (linked && event instanceof PageEvent.QrShown shown && shown.isWellFormed()) {
      return passed(new PageEvent.LoggedOut("A QR is on show again"));
    }
    loggedOut = event instanceof PageEvent.LoggedOut;
    return Optional.of(event);
  }

  /** What a new address of the page means. */
  Optional<PageEvent> navigated(String url) {
    return url.matches(LOGOUT_ADDRESS)
        ? passed(new PageEvent.LoggedOut(reason(url)))
        : Optional.empty();
  }

  private Optional<PageEvent> foundFirst(PageEvent event) {
    boolean first = !found;
    found = true;
    return first ? Optional.of(event) : Optional.empty();
  }

  private static String reason(String url) {
    int start = url.indexOf(REASON);
    return start < 0
        ? ""
        : url.substring(start + REASON.length()).replaceAll("[^0-9A-Za-z_-].*", "");
  }
}
