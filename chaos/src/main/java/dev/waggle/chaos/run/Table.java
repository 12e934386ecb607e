package dev.waggle.chaos.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that reads well in a terminal and is one in Markdown too: the first column to the left,
 * figures to the right.
 */
final class Table {

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    this.head = List.of(head);
  }

  /** A row with as many cells as the head has. */
  Table row(Object... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + head);
    }
    rows.add(java.util.Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(head));
    lines.add(rule());
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String rule() {
    return columns()
        .mapToObj(column -> "-".repeat(width(column) + 1) + (column == 0 ? "-" : ":"))
        .collect(Collectors.joining("|", "|", "|"));
  }

  private String line(List<String> cells) {
    return columns()
        .mapToObj(column -> padded(column, cells.get(column)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private String padded(int column, String cell) {
    String blanks = " ".repeat(width(column) - cell.length());
    return column == 0 ? cell + blanks : blanks + cell;
  }

  private int width(int column) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(head), rows.stream())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }

  private IntStream columns() {
    return IntStream.range(0, head.size());
  }
}
