package dev.waggle.gateway.pages;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core, the field's checker, finds wrong with a page by the rules of WCAG 2.2 AA. */
final class Accessibility {

  private static final String AXE = readAxe();

  private static final String RUN =
      """
      axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      })
        .then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, failureSummary }) =>
            `${id}: ${help}: ${target} ${failureSummary}`)))
      """;

  private Accessibility() {}

  /** One line for each element that breaks a rule. */
  static List<?> findings(Page page) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate("() => { " + AXE + " }");
    }
    return (List<?>) page.evaluate(RUN);
  }

  private static String readAxe() {
    try (InputStream in = Accessibility.class.getResourceAsStream("/axe-core/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
