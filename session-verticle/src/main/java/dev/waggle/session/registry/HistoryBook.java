package dev.waggle.session.registry;

import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The last moves of each session. Written in the transaction that changes the session's row, which
 * has to be changed first: that lock keeps two writers from taking one number.
 */
final class HistoryBook {

  private static final String NEWEST_FIRST =
      "SELECT * FROM waggle_transition WHERE session = ? ORDER BY number DESC LIMIT ?";

  private final int kept;

  /**
   * A book.
   *
   * @param kept how many moves of a session stay
   */
  HistoryBook(int kept) {
    this.kept = kept;
  }

  private record Entry(long number, Transition transition) {
    static Entry read(ResultSet row) throws SQLException {
      String from = row.getString("from_status");
      return new Entry(
          row.getLong("number"),
          new Transition(
              from == null ? null : SessionStatus.valueOf(from),
              SessionStatus.valueOf(row.getString("to_status")),
              StatusCause.of(row.getString("cause")),
              row.getString("reason"),
              row.getString("node"),
              row.getLong("generation"),
              row.getObject("moved_at", OffsetDateTime.class).toInstant()));
    }
  }

  /** The moves of a session, newest first. */
  static List<Transition> read(Sql sql, SessionName session, int limit) throws SQLException {
    return entries(sql, session, limit).stream().map(Entry::transition).toList();
  }

  /** Writes down what an owner says of its session, if it is news. */
  void add(Sql sql, Ownership owner, SessionStatus to, Reason why) throws SQLException {
    add(sql, owner.session(), owner.node(), owner.generation(), to, why);
  }

  /**
   * Writes down what has become of a session, if it is news.
   *
   * @param node null when nobody owns it
   */
  void add(Sql sql, SessionName session, String node, long generation, SessionStatus to, Reason why)
      throws SQLException {
    Optional<Entry> last = entries(sql, session, 1).stream().findFirst();
    if (last.isPresent() && !isNews(last.get().transition(), generation, to, why)) {
      return;
    }
    long number = last.map(Entry::number).orElse(0L) + 1;
    sql.update(
        "INSERT INTO waggle_transition (session, number, generation, node, from_status, to_status,"
            + " cause, reason, moved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP)",
        session.value(),
        number,
        generation,
        node,
        last.map(entry -> entry.transition().to().name()).orElse(null),
        to.name(),
        why.causeName(),
        why.text());
    if (number > kept) {
      sql.update(
          "DELETE FROM waggle_transition WHERE session = ? AND number <= ?",
          session.value(),
          number - kept);
    }
  }

  /** What the last owner left without a word, as one that has it no more. */
  void addGivenUp(Sql sql, Ownership owner) throws SQLException {
    List<Transition> last = read(sql, owner.session(), 1);
    if (!last.isEmpty()
        && last.get(0).to().isRunning()
        && last.get(0).cause() != StatusCause.HANDED_OVER) {
      add(
          sql,
          owner,
          SessionStatus.RECONNECTING,
          new Reason(StatusCause.NODE_GONE, "Its node gave it up without an end."));
    }
  }

  /** Forgets a session's moves. */
  static void erase(Sql sql, SessionName session) throws SQLException {
    sql.update("DELETE FROM waggle_transition WHERE session = ?", session.value());
  }

  /** A word without a cause, of a status that is known, says nothing that helps anybody later. */
  private static boolean isNews(Transition last, long generation, SessionStatus to, Reason why) {
    boolean sameWord =
        why.cause() == null
            || (Objects.equals(last.cause(), why.cause()) && last.reason().equals(why.text()));
    return last.to() != to || last.generation() != generation || !sameWord;
  }

  private static List<Entry> entries(Sql sql, SessionName session, int limit) throws SQLException {
    return sql.list(NEWEST_FIRST, Entry::read, session.value(), limit);
  }
}
