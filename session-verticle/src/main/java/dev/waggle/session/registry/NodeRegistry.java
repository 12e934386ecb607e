package dev.waggle.session.registry;

import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which session nodes live: one row a node, with a lease that ends by the database's clock. Every
 * future may fail with DATABASE_UNAVAILABLE.
 */
public final class NodeRegistry {

  private static final String FROM_NOW =
      "CURRENT_TIMESTAMP + CAST(? AS BIGINT) * INTERVAL '0.001' SECOND";

  private final JdbcExecutor jdbc;

  public NodeRegistry(Database database) {
    this.jdbc = database.executor();
  }

  /**
   * Enters a node that owns nothing: sessions and turns that still name it are given up. Rows of
   * nodes that have been dead for a day go.
   *
   * @param measure called on a database thread, so it may block for a moment
   */
  public Future<Void> join(String node, Duration lease, Supplier<NodeLoad> measure) {
    return jdbc.run(
        sql -> {
          NodeLoad load = measure.get();
          sql.update("UPDATE waggle_session SET owner = NULL WHERE owner = ?", node);
          sql.update("UPDATE waggle_turn SET holder = NULL WHERE holder = ?", node);
          sql.update("DELETE FROM waggle_node WHERE id = ?", node);
          sql.update(
              "DELETE FROM waggle_node WHERE lease_until < CURRENT_TIMESTAMP - INTERVAL '1' DAY");
          sql.update(
              "INSERT INTO waggle_node (id, lease_until, version, max_sessions, free_memory,"
                  + " min_free_memory, total_memory, cpu_load, draining) VALUES (?, "
                  + FROM_NOW
                  + ", ?, ?, ?, ?, ?, ?, ?)",
              node,
              lease.toMillis(),
              load.version(),
              load.maxSessions(),
              load.freeMemory(),
              load.minFreeMemory(),
              load.totalMemory(),
              load.cpuLoad(),
              load.draining());
          return null;
        });
  }

  /**
   * Renews a lease that is still valid.
   *
   * @param measure called on a database thread, so it may block for a moment
   * @return false when it has run out: it stays so, because others may have claimed since
   */
  public Future<Boolean> renew(String node, Duration lease, Supplier<NodeLoad> measure) {
    return jdbc.run(
        sql -> {
          NodeLoad load = measure.get();
          return sql.update(
                  "UPDATE waggle_node SET lease_until = "
                      + FROM_NOW
                      + ", max_sessions = ?, free_memory = ?, min_free_memory = ?, total_memory = ?,"
                      + " cpu_load = ?, draining = ?"
                      + " WHERE id = ? AND lease_until > CURRENT_TIMESTAMP",
                  lease.toMillis(),
                  load.maxSessions(),
                  load.freeMemory(),
                  load.minFreeMemory(),
                  load.totalMemory(),
                  load.cpuLoad(),
                  load.draining(),
                  node)
              == 1;
        });
  }

  /** Takes a node out; what it owns has no owner from now on. */
  public Future<Void> leave(String node) {
    return jdbc.run(
        sql -> {
          sql.update("DELETE FROM waggle_node WHERE id = ?", node);
          return null;
        });
  }

  /** The nodes whose lease is valid, ordered by id. */
  public Future<List<LiveNode>> live() {
    return jdbc.run(
        sql ->
            sql.list(
                "SELECT n.id, n.max_sessions, n.free_memory, n.min_free_memory, n.draining,"
                    + " (SELECT COUNT(*) FROM waggle_session s WHERE s.owner = n.id) AS sessions"
                    + " FROM waggle_node n WHERE n.lease_until > CURRENT_TIMESTAMP ORDER BY n.id",
                NodeRegistry::liveNode));
  }

  /**
   * How long the leases of other nodes still hold by the database's clock, those that hold only.
   *
   * @param self the node that asks
   */
  public Future<List<LeaseLeft>> others(String self) {
    return jdbc.run(
        sql ->
            sql.list(
                "SELECT id, lease_until, CURRENT_TIMESTAMP AS present FROM waggle_node"
                    + " WHERE id <> ? AND lease_until > CURRENT_TIMESTAMP ORDER BY id",
                row ->
                    new LeaseLeft(
                        row.getString("id"),
                        Duration.between(
                            row.getObject("present", OffsetDateTime.class),
                            row.getObject("lease_until", OffsetDateTime.class))),
                self));
  }

  /** From columns named as the table's, and {@code sessions}. */
  static LiveNode liveNode(ResultSet row) throws SQLException {
    return new LiveNode(
        row.getString("id"),
        row.getInt("sessions"),
        row.getInt("max_sessions"),
        row.getLong("free_memory"),
        row.getLong("min_free_memory"),
        row.getBoolean("draining"));
  }
}
