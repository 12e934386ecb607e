package dev.waggle.gateway.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a page says of a picture while it makes that picture ready. A person must not read a number
 * or a time to which no picture belongs yet: on a busy machine decoding takes its time.
 */
final class PictureWatch {

  private static final String WATCH =
      """
      (part) => {
        const decode = HTMLImageElement.prototype.decode;
        const others = () => new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(null);
        });
        const label = () =>
          (document.querySelector('waggle-qr-modal')?.shadowRoot ?? document).querySelector(part);
        window.said = [];
        window.ready = [];
        async function decodeLater(image) {
          await others();
          said.push(label()?.checkVisibility() ? label().textContent : 'nothing');
          await decode.call(image);
        }
        HTMLImageElement.prototype.decode = function () {
          const decoded = decodeLater(this);
          ready.push(decoded.then(others));
          return decoded;
        };
      }
      """;

  private final Page page;

  /** Begins to watch a part of the page that tells of the picture. */
  PictureWatch(Page page, String part) {
    this.page = page;
    page.evaluate(WATCH, part);
  }

  /** Waits until every picture that has come so far is decoded, and the page knows it. */
  void awaitPictures() {
    page.evaluate("() => Promise.all(ready)");
  }

  /** What the part said just before each picture was decoded; {@code nothing} while not seen. */
  List<?> said() {
    return (List<?>) page.evaluate("said");
  }
}
