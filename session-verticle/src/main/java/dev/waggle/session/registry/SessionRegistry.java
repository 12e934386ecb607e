package dev.waggle.session.registry;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.Transition;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.List;

/**
 * Which sessions there are and what is wanted of them. Every future may fail with
 * DATABASE_UNAVAILABLE; for a name that is not there with SESSION_NOT_FOUND. What owners write is
 * in {@link OwnershipRegistry}.
 */
public final class SessionRegistry {

  private static final String UNIQUE_VIOLATION = "23505";

  private final JdbcExecutor jdbc;
  private final HistoryBook history;

  public SessionRegistry(Database database) {
    this.history = database.history();
    this.jdbc = database.executor();
  }

  /**
   * Registers a session. A name that was deleted goes on with the generations it had. Fails with
   * SESSION_EXISTS.
   */
  public Future<SessionInfo> create(SessionName session, Wanted wanted, SessionConfig config) {
    return jdbc.run(
        sql -> {
          insert(sql, session, wanted, config);
          return one(sql, session).info();
        });
  }

  public Future<RegisteredSession> get(SessionName session) {
    return jdbc.run(sql -> one(sql, session));
  }

  /** Every session, ordered by name. */
  public Future<List<RegisteredSession>> list() {
    return jdbc.run(sql -> sql.list(SessionRow.SELECT + "ORDER BY s.name", SessionRow::read));
  }

  /**
   * The last moves of a session, newest first.
   *
   * @param limit how many at most
   */
  public Future<List<Transition>> history(SessionName session, int limit) {
    return jdbc.run(
        sql -> {
          one(sql, session);
          return HistoryBook.read(sql, session, limit);
        });
  }

  /** Replaces the config, which an owner reads when it claims. */
  public Future<SessionInfo> updateConfig(SessionName session, SessionConfig config) {
    return change(session, "config = ?", Wire.write(config).encode()).map(RegisteredSession::info);
  }

  /** Writes down what the last start or stop asked for. */
  public Future<RegisteredSession> setWanted(SessionName session, Wanted wanted) {
    return change(session, "wanted = ?", wanted.name());
  }

  /**
   * Writes a status that no owner can write because there is none; changes nothing if there is one.
   */
  public Future<SessionInfo> settle(SessionName session, SessionStatus status, Reason reason) {
    return settle(session, status, reason, "");
  }

  /** The same, and forgets the account, because its profile has been erased. */
  public Future<SessionInfo> settleUnlinked(
      SessionName session, SessionStatus status, Reason reason) {
    return settle(session, status, reason, ", account_id = NULL, account_name = NULL");
  }

  /** Forgets a session that nobody owns. Fails with WRONG_STATE when somebody does. */
  public Future<Void> delete(SessionName session) {
    return jdbc.run(
        sql -> {
          long generation = one(sql, session).info().generation();
          int deleted =
              sql.update(
                  "DELETE FROM waggle_session WHERE name = ? AND generation = ? AND "
                      + OwnershipRegistry.HAS_NO_LIVE_OWNER,
                  session.value(),
                  generation);
          if (deleted == 0) {
            throw new WaggleException(
                ErrorCode.WRONG_STATE, "The session was started meanwhile; stop it first.");
          }
          HistoryBook.erase(sql, session);
          retire(sql, session, generation);
          return null;
        });
  }

  private Future<SessionInfo> settle(
      SessionName session, SessionStatus status, Reason reason, String more) {
    return jdbc.run(
        sql -> {
          int settled =
              sql.update(
                  "UPDATE waggle_session SET status = ?, reason = ?, cause = ?, owner = NULL,"
                      + " status_since = CURRENT_TIMESTAMP"
                      + more
                      + " WHERE name = ? AND "
                      + OwnershipRegistry.HAS_NO_LIVE_OWNER,
                  status.name(),
                  reason.text(),
                  reason.causeName(),
                  session.value());
          SessionInfo info = one(sql, session).info();
          if (settled == 1) {
            history.add(sql, session, null, info.generation(), status, reason);
          }
          return info;
        });
  }

  private Future<RegisteredSession> change(SessionName session, String assignment, String value) {
    return jdbc.run(
        sql -> {
          sql.update(
              "UPDATE waggle_session SET " + assignment + " WHERE name = ?",
              value,
              session.value());
          return one(sql, session);
        });
  }

  private static void insert(Sql sql, SessionName session, Wanted wanted, SessionConfig config)
      throws SQLException {
    try {
      sql.update(
          "INSERT INTO waggle_session"
              + " (name, wanted, status, generation, config, created_at, status_since) VALUES (?, ?,"
              + " ?, COALESCE((SELECT generation FROM waggle_retired_name WHERE name = ?), 0), ?,"
              + " CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)",
          session.value(),
          wanted.name(),
          SessionStatus.STOPPED.name(),
          session.value(),
          Wire.write(config).encode());
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw alreadyThere(e);
      }
      throw e;
    }
  }

  private static WaggleException alreadyThere(SQLException cause) {
    return new WaggleException(
        ErrorCode.SESSION_EXISTS,
        "A session of this name exists; choose another name or delete that one.",
        cause);
  }

  private static RegisteredSession one(Sql sql, SessionName session) throws SQLException {
    List<RegisteredSession> found =
        sql.list(SessionRow.SELECT + "WHERE s.name = ?", SessionRow::read, session.value());
    if (found.isEmpty()) {
      throw new WaggleException(
          ErrorCode.SESSION_NOT_FOUND, "No session has this name; create it first.");
    }
    return found.get(0);
  }

  private static void retire(Sql sql, SessionName session, long generation) throws SQLException {
    sql.update("DELETE FROM waggle_retired_name WHERE name = ?", session.value());
    sql.update(
        "INSERT INTO waggle_retired_name (name, generation) VALUES (?, ?)",
        session.value(),
        generation);
  }
}
