package dev.waggle.session.registry;

import dev.waggle.contract.NodeInfo;
import dev.waggle.contract.SessionStatus;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All nodes as the registry has them, for people to look at: also those whose lease has run out,
 * until their rows are cleared away. Every future may fail with DATABASE_UNAVAILABLE.
 */
public final class NodeDirectory {

  private static final String RUNNING =
      Arrays.stream(SessionStatus.values())
          .filter(SessionStatus::isRunning)
          .map(status -> "'" + status.name() + "'")
          .collect(Collectors.joining(", "));

  private static final String ALL =
      "SELECT n.id, n.version, n.lease_until, n.lease_until > CURRENT_TIMESTAMP AS live,"
          + " n.max_sessions, n.free_memory, n.min_free_memory, n.total_memory, n.cpu_load,"
          + " n.draining, COUNT(s.name) AS sessions,"
          + " COALESCE(SUM(CASE WHEN s.status IN ("
          + RUNNING
          + ") THEN 1 ELSE 0 END), 0) AS running"
          + " FROM waggle_node n LEFT JOIN waggle_session s ON s.owner = n.id"
          + " GROUP BY n.id, n.version, n.lease_until, n.max_sessions, n.free_memory,"
          + " n.min_free_memory, n.total_memory, n.cpu_load, n.draining"
          + " ORDER BY live DESC, n.id";

  private final JdbcExecutor jdbc;

  public NodeDirectory(Database database) {
    this.jdbc = database.executor();
  }

  /**
   * Those that live first, then ordered by id.
   *
   * @param self the node that asks
   */
  public Future<List<NodeInfo>> list(String self) {
    return jdbc.run(sql -> sql.list(ALL, row -> read(row, self)));
  }

  private static NodeInfo read(ResultSet row, String self) throws SQLException {
    boolean live = row.getBoolean("live");
    LiveNode node = NodeRegistry.liveNode(row);
    return new NodeInfo(
        node.id(),
        row.getString("version"),
        live,
        live ? node.sessions() : 0,
        live ? row.getInt("running") : 0,
        node.maxSessions(),
        live ? node.places() : 0,
        node.freeMemory(),
        row.getLong("total_memory"),
        row.getDouble("cpu_load"),
        node.draining(),
        row.getObject("lease_until", OffsetDateTime.class).toInstant(),
        node.id().equals(self));
  }
}
