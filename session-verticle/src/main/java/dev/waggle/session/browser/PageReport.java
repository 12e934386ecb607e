package dev.waggle.session.browser;

import dev.waggle.session.page.PageEvent;
import io.vertx.core.json.JsonObject;

/** What the bridge in the page says, one JSON text each. */
sealed interface PageReport {

  /** The bridge has begun in a new document; what the old one was asked is lost. */
  record NewDocument() implements PageReport {}

  /**
   * A command has ended.
   *
   * @param value null when it failed
   * @param code the error code's name; null when it succeeded or failed by a defect
   * @param text why it failed
   */
  record Answer(long id, JsonObject value, String code, String text) implements PageReport {
    boolean succeeded() {
      return value != null;
    }
  }

  /**
   * Something has happened.
   *
   * @param number under which the page wants to hear that it was passed on, and says nothing to
   *     WhatsApp's server until then; {@link #UNNUMBERED} when it waits for nothing
   */
  record Happened(PageEvent event, long number) implements PageReport {
    static final long UNNUMBERED = 0;

    boolean isNumbered() {
      return number != UNNUMBERED;
    }
  }

  /** The page had no word from its owner in time, and is on its way out of WhatsApp. */
  record Left() implements PageReport {}

  /** A listener in the page has failed; for the log. */
  record Trouble(String text) implements PageReport {}
}
