package dev.waggle.session.registry;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who owns which session, and what owners write. Every future may fail with DATABASE_UNAVAILABLE.
 */
public final class OwnershipRegistry {

  /** A condition on a row of {@code waggle_session} that is not known by an alias. */
  static final String HAS_NO_LIVE_OWNER =
      "NOT EXISTS (SELECT 1 FROM waggle_node n"
          + " WHERE n.id = waggle_session.owner AND n.lease_until > CURRENT_TIMESTAMP)";

  /** What a dead or drained node leaves behind; other ends wait for a person. */
  private static final String IS_UNFINISHED =
      Arrays.stream(SessionStatus.values())
          .filter(status -> status.isRunning() || status == SessionStatus.STOPPED)
          .map(status -> "'" + status + "'")
          .collect(Collectors.joining(", ", "status IN (", ")"));

  /** When the lease of the dead owner ran out, if anybody still knows. */
  private static final String SINCE_OWNER_WAS_LOST =
      "COALESCE((SELECT d.lease_until FROM waggle_node d WHERE d.id = waggle_session.owner),"
          + " CURRENT_TIMESTAMP)";

  /** Its last owner has told the next one, who claims it at once; should that fail, others may. */
  private static final String IS_BEING_HANDED_OVER =
      "(owner IS NULL AND cause = 'HANDED_OVER'"
          + " AND status_since > CURRENT_TIMESTAMP - INTERVAL '5' SECOND)";

  private static final Reason CLAIMED = Reason.of("Claimed by a node.");

  private final JdbcExecutor jdbc;
  private final HistoryBook history;

  public OwnershipRegistry(Database database) {
    this.history = database.history();
    this.jdbc = database.executor();
  }

  /**
   * Makes a node the owner of a session that is wanted running and that no live node owns, and
   * raises the generation: one compare-and-set. Empty when the session is not to be had, or the
   * node has no valid lease itself. A linked session that was running goes on as RECONNECTING, for
   * the reason for which it lost its owner; any other one is STARTING.
   */
  public Future<Optional<SessionInfo>> claim(SessionName session, String node) {
    return jdbc.run(
        sql -> {
          List<RegisteredSession> seen = read(sql, session);
          if (seen.isEmpty() || !claim(sql, seen.get(0).info(), node)) {
            return Optional.empty();
          }
          SessionInfo claimed = read(sql, session).get(0).info();
          history.add(
              sql,
              new Ownership(session, node, claimed.generation()),
              claimed.status(),
              new Reason(claimed.cause(), claimed.reason()));
          return Optional.of(claimed);
        });
  }

  /** Whether nobody has claimed the session since, and the owner's lease holds, at this moment. */
  public Future<Boolean> isOwner(Ownership ownership) {
    return jdbc.run(
        sql ->
            !sql.list(
                    "SELECT s.name FROM waggle_session s"
                        + " JOIN waggle_node n ON n.id = s.owner"
                        + " WHERE s.name = ? AND s.owner = ? AND s.generation = ?"
                        + " AND n.lease_until > CURRENT_TIMESTAMP",
                    row -> row.getString("name"),
                    ownership.session().value(),
                    ownership.node(),
                    ownership.generation())
                .isEmpty());
  }

  /** Gives a session up; nothing happens when it has another owner already. */
  public Future<Void> release(Ownership ownership) {
    return jdbc.run(
        sql -> {
          int released =
              sql.update(
                  "UPDATE waggle_session SET owner = NULL"
                      + " WHERE name = ? AND owner = ? AND generation = ?",
                  ownership.session().value(),
                  ownership.node(),
                  ownership.generation());
          if (released == 1) {
            history.addGivenUp(sql, ownership);
          }
          return null;
        });
  }

  /** Writes the owner's state down. Fails with OWNER_UNAVAILABLE when it is the owner no more. */
  public Future<Void> saveState(Ownership ownership, SavedState state) {
    return jdbc.run(
        sql -> {
          if (save(sql, ownership, state) == 0) {
            throw new WaggleException(
                ErrorCode.OWNER_UNAVAILABLE, "The session has another owner by now.");
          }
          history.add(sql, ownership, state.status(), state.reason());
          return null;
        });
  }

  /**
   * Sessions that should run and that no live node owns, ordered by name, without those that are
   * just being handed over.
   */
  public Future<List<SessionName>> orphans() {
    return jdbc.run(
        sql ->
            sql.list(
                "SELECT name FROM waggle_session WHERE wanted = 'RUNNING' AND "
                    + IS_UNFINISHED
                    + " AND "
                    + HAS_NO_LIVE_OWNER
                    + " AND (cause IS NULL OR NOT "
                    + IS_BEING_HANDED_OVER
                    + ") ORDER BY name",
                row -> new SessionName(row.getString("name"))));
  }

  /** What the registry says that a node owns and that is still wanted running. */
  public Future<List<Ownership>> ownedBy(String node) {
    return jdbc.run(
        sql ->
            sql.list(
                "SELECT name, generation FROM waggle_session"
                    + " WHERE owner = ? AND wanted = 'RUNNING'",
                row ->
                    new Ownership(
                        new SessionName(row.getString("name")), node, row.getLong("generation")),
                node));
  }

  private static List<RegisteredSession> read(Sql sql, SessionName session) throws SQLException {
    return sql.list(SessionRow.SELECT + "WHERE s.name = ?", SessionRow::read, session.value());
  }

  /** The generation is compared too: a waiting UPDATE judges other tables by an old snapshot. */
  private static boolean claim(Sql sql, SessionInfo seen, String node) throws SQLException {
    boolean goesOn = seen.status() == SessionStatus.RECONNECTING && seen.me() != null;
    Reason reason = goesOn ? new Reason(seen.cause(), seen.reason()) : CLAIMED;
    return sql.update(
            "UPDATE waggle_session SET owner = ?, generation = generation + 1, status = ?,"
                + " reason = ?, cause = ?, status_since = "
                + since(seen, goesOn)
                + " WHERE name = ? AND generation = ? AND wanted = 'RUNNING' AND "
                + HAS_NO_LIVE_OWNER
                + " AND EXISTS (SELECT 1 FROM waggle_node c WHERE c.id = ?"
                + " AND c.lease_until > CURRENT_TIMESTAMP)",
            node,
            (goesOn ? SessionStatus.RECONNECTING : SessionStatus.STARTING).name(),
            reason.text(),
            reason.causeName(),
            seen.name().value(),
            seen.generation(),
            node)
        == 1;
  }

  /** A session that goes on has been reconnecting since it lost its owner, not since the claim. */
  private static String since(SessionInfo seen, boolean goesOn) {
    if (!goesOn) {
      return "CURRENT_TIMESTAMP";
    }
    return seen.cause() == StatusCause.NODE_GONE ? SINCE_OWNER_WAS_LOST : "status_since";
  }

  private static int save(Sql sql, Ownership ownership, SavedState state) throws SQLException {
    return sql.update(
        "UPDATE waggle_session SET"
            + " status_since = CASE WHEN status = ? THEN status_since ELSE CURRENT_TIMESTAMP END,"
            + " status = ?, reason = ?, cause = ?, account_id = ?, account_name = ?"
            + " WHERE name = ? AND owner = ? AND generation = ?",
        state.status().name(),
        state.status().name(),
        state.reason().text(),
        state.reason().causeName(),
        state.me() == null ? null : state.me().id(),
        state.me() == null ? null : state.me().pushName(),
        ownership.session().value(),
        ownership.node(),
        ownership.generation());
  }
}
