package dev.waggle.chaos.run;

import dev.waggle.chaos.process.SharedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a question to a run's database brings, for people to read. */
final class Rows {

  private static final int LIMIT_SECONDS = 10;
  private static final int MOST = 50;

  private Rows() {}

  /** The first 50, each in one line. */
  static List<String> of(SharedDatabase database, String question, String... parameters)
      throws SQLException {
    DriverManager.setLoginTimeout(LIMIT_SECONDS);
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setQueryTimeout(LIMIT_SECONDS);
      statement.setMaxRows(MOST);
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return lines(rows);
      }
    }
  }

  private static List<String> lines(ResultSet rows) throws SQLException {
    List<String> lines = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        cells.add(String.valueOf(rows.getObject(column)));
      }
      lines.add(String.join(" | ", cells));
    }
    return lines;
  }
}
