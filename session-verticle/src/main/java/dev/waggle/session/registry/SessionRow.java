package dev.waggle.session.registry;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.Wire;
import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of {@code waggle_session} with the id of its owner if that one's lease is valid. */
final class SessionRow {

  /** To be followed by a WHERE clause on {@code s}, or by nothing. */
  static final String SELECT =
      "SELECT s.*, n.id AS live_owner FROM waggle_session s LEFT JOIN waggle_node n"
          + " ON n.id = s.owner AND n.lease_until > CURRENT_TIMESTAMP ";

  private SessionRow() {}

  static RegisteredSession read(ResultSet row) throws SQLException {
    String liveOwner = row.getString("live_owner");
    Wanted wanted = Wanted.valueOf(row.getString("wanted"));
    SessionStatus stored = SessionStatus.valueOf(row.getString("status"));
    boolean orphaned = liveOwner == null && (stored.isRunning() || wasLeft(row, wanted));
    boolean gone = orphaned && !wasGivenUp(row);
    return new RegisteredSession(
        new SessionInfo(
            new SessionName(row.getString("name")),
            orphaned ? statusOfOrphan(wanted) : stored,
            wanted,
            gone ? "Its node is gone." : row.getString("reason"),
            gone ? StatusCause.NODE_GONE : StatusCause.of(row.getString("cause")),
            liveOwner,
            row.getLong("generation"),
            account(row),
            Wire.read(new JsonObject(row.getString("config")), SessionConfig.class),
            instant(row, "created_at"),
            instant(row, "status_since")));
  }

  /** Its last owner gave it up, and what that one said last still holds. */
  private static boolean wasGivenUp(ResultSet row) throws SQLException {
    return row.getString("owner") == null
        && (hasCause(row, StatusCause.HANDED_OVER) || hasCause(row, StatusCause.NODE_LEAVING));
  }

  /** Linked, and stopped by its last owner because the node ended: nobody wanted that. */
  private static boolean wasLeft(ResultSet row, Wanted wanted) throws SQLException {
    return wanted == Wanted.RUNNING
        && account(row) != null
        && hasCause(row, StatusCause.NODE_LEAVING);
  }

  private static boolean hasCause(ResultSet row, StatusCause cause) throws SQLException {
    return StatusCause.of(row.getString("cause")) == cause;
  }

  /** The stored status is what a node said that can no longer be asked. */
  private static SessionStatus statusOfOrphan(Wanted wanted) {
    return wanted == Wanted.RUNNING ? SessionStatus.RECONNECTING : SessionStatus.STOPPED;
  }

  private static Account account(ResultSet row) throws SQLException {
    String id = row.getString("account_id");
    return id == null ? null : new Account(id, row.getString("account_name"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
