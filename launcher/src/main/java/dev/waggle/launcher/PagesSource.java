package dev.waggle.launcher;

import dev.waggle.session.browser.ChromiumPages;
import dev.waggle.session.page.WhatsAppPages;
import dev.waggle.session.settings.SessionNodeSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** What opens the pages of a session node. */
@FunctionalInterface
public interface PagesSource {

  /** Chromium: what every node has whose sessions are real. */
  PagesSource CHROMIUM =
      (vertx, settings) -> {
        ChromiumPages pages = new ChromiumPages(vertx, settings);
        return pages.findBrowser().map(found -> pages);
      };

  /** Fails when the node could not open any page, which keeps it from starting. */
  Future<WhatsAppPages> open(Vertx vertx, SessionNodeSettings settings);
}
