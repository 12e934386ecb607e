package dev.waggle.it.support;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A page of somebody else's application on the gateway's origin, with a client snippet of a source
 * document in it. Our module stands in for Socket.IO, and the key goes with every request; the
 * snippet itself is as it stands in the document.
 */
public final class SnippetPage {

  private static final String SHELL =
      """
      <!doctype html><meta charset="utf-8"><title>Snippet</title>
      %s
      <script type="module">
      import { io as connect } from '/assets/waggle-client.js';
      const key = '%s';
      const io = () => connect(location.origin, { auth: { key } });
      const plain = window.fetch;
      const fetch = (url, options = {}) =>
        plain(url, { ...options, headers: { ...options.headers, 'X-Api-Key': key } });
      window.record = [];
      const note = (socket, ...names) => names.forEach((name) =>
        socket.on(name, (data) => window.record.push({ name, data, at: performance.now() })));
      %s
      </script>
      """;

  private SnippetPage() {}

  /** What came by the names that the page has noted with {@code note(socket, 'name', …)}. */
  public static List<JsonObject> record(Page page) {
    JsonArray all = new JsonArray(page.evaluate("() => JSON.stringify(window.record)").toString());
    return all.stream().map(JsonObject.class::cast).toList();
  }

  /** The first of a name; waits for it. */
  public static JsonObject await(Page page, String name) {
    page.waitForFunction("name => window.record.some(one => one.name === name)", name);
    return record(page).stream()
        .filter(one -> name.equals(one.getString("name")))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The page.
   *
   * @param snippet the name of a resource below {@code documents}
   * @param body what the snippet's application has in its page
   * @param before script that goes before the snippet
   * @param after script that goes after it
   */
  public static String html(String snippet, String key, String body, String before, String after) {
    String script = before + "\n" + Documents.read(snippet) + "\n" + after;
    return SHELL.formatted(body, key, script);
  }
}
