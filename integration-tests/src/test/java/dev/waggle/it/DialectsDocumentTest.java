package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/dialects.md: nothing in it is empty, and every test that it names is there. */
class DialectsDocumentTest {

  /** Fewer would mean that the page is read wrongly. */
  private static final int AT_LEAST = 200;

  private static final int AT_LEAST_SEEN = 60;

  private static final Pattern SEEN_BY_CLIENTS =
      Pattern.compile("`(GET|POST|DELETE) |event `|status `|`/ws` (sends|hears)");

  private static final List<DialectsDocument.Row> ROWS = DialectsDocument.rows();

  @Test
  void shouldHaveRowsForEachDocument() {
    assertThat(ROWS).hasSizeGreaterThan(AT_LEAST);
    assertThat(ROWS)
        .extracting(DialectsDocument.Row::section)
        .map(section -> section.substring(0, 2))
        .contains("1.", "2.", "3.", "4.", "5.");
  }

  @Test
  void shouldLeaveNothingEmpty() {
    List<DialectsDocument.Row> incomplete =
        ROWS.stream()
            .filter(
                row -> row.cells().size() != 3 || row.cells().stream().anyMatch(String::isEmpty))
            .toList();

    assertThat(incomplete).isEmpty();
  }

  @Test
  void shouldHaveARowForEveryOperationOfADialect() {
    String documented =
        ROWS.stream().map(row -> unnamed(row.what())).collect(Collectors.joining("\n"));

    assertThat(DialectOperations.all()).isNotEmpty();
    assertThat(DialectOperations.all())
        .filteredOn(operation -> !documented.contains("`" + unnamed(operation) + "`"))
        .isEmpty();
  }

  /** What a parameter is called is the documents' own affair. */
  private static String unnamed(String operation) {
    return operation.replaceAll("\\{\\w+}", "{}");
  }

  @Test
  void shouldNameATestThatExistsInEveryRow() {
    Set<String> methods = TestSources.methods();

    List<String> unknown =
        ROWS.stream()
            .flatMap(row -> row.tests().stream())
            .filter(test -> !test.isEmpty() && !methods.contains(test))
            .distinct()
            .toList();

    assertThat(unknown).isEmpty();
  }

  /** What a client calls, hears or reads is seen on real JVMs and browsers too. */
  @Test
  void shouldNameAnIntegrationTestWhereAClientSeesTheRow() {
    Set<String> methods = TestSources.methods("dev.waggle.it");

    assertThat(ROWS)
        .filteredOn(row -> SEEN_BY_CLIENTS.matcher(row.what()).lookingAt())
        .hasSizeGreaterThan(AT_LEAST_SEEN)
        .filteredOn(row -> row.tests().stream().noneMatch(methods::contains))
        .isEmpty();
  }
}
