package dev.waggle.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of docs/dialects.md. */
final class DialectsDocument {

  static final Path FILE = Path.of("..", "docs", "dialects.md");

  private static final String HEAD = "| what | how Waggle does it | test |";
  private static final String RULE = "|---|---|---|";

  private DialectsDocument() {}

  /**
   * One row.
   *
   * @param section the heading that it stands under
   * @param cells what, how, test
   */
  record Row(String section, List<String> cells) {

    String what() {
      return cells.get(0);
    }

    /** {@code Class#method}, one or more. */
    List<String> tests() {
      return Arrays.stream(cells.get(2).split(",", -1)).map(String::strip).toList();
    }
  }

  /** Every row of every table, in order. */
  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    String section = "";
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
      } else if (line.startsWith("|") && !line.equals(HEAD) && !line.equals(RULE)) {
        rows.add(new Row(section, cells(line)));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
