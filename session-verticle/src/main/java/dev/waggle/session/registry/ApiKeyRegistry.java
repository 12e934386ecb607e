package dev.waggle.session.registry;

import dev.waggle.contract.ApiKey;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.KeyScope;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The keys that were made, by their hashes. They expire by the database's clock. Every future may
 * fail with DATABASE_UNAVAILABLE.
 */
public final class ApiKeyRegistry {

  private static final String SELECT =
      "SELECT id, name, scope, created_at, expires_at FROM waggle_key ";

  private static final String IS_GOOD =
      " AND (expires_at IS NULL OR expires_at > CURRENT_TIMESTAMP)";

  private final JdbcExecutor jdbc;

  public ApiKeyRegistry(Database database) {
    this.jdbc = database.executor();
  }

  /** Keeps a key; the same key once more changes nothing. */
  public Future<ApiKey> create(KeyCommand.Create key) {
    return jdbc.run(
        sql -> {
          if (find(sql, "WHERE hash = ?", key.hash()).isEmpty()) {
            insert(sql, key);
          }
          return find(sql, "WHERE hash = ?", key.hash()).get(0);
        });
  }

  /** Every key, expired ones included, the oldest first. */
  public Future<List<ApiKey>> list() {
    return jdbc.run(sql -> find(sql, "ORDER BY created_at, id"));
  }

  /** Forgets a key. Fails with NOT_FOUND. */
  public Future<Void> revoke(String id) {
    return jdbc.run(
        sql -> {
          if (sql.update("DELETE FROM waggle_key WHERE id = ?", id) == 0) {
            throw new WaggleException(
                ErrorCode.NOT_FOUND, "No key has this id; GET /api/keys lists them.");
          }
          return null;
        });
  }

  /** The key of that hash. Fails with UNAUTHORIZED when there is none, or it has expired. */
  public Future<ApiKey> find(String hash) {
    return jdbc.run(
        sql ->
            find(sql, "WHERE hash = ?" + IS_GOOD, hash).stream()
                .findFirst()
                .orElseThrow(
                    () ->
                        new WaggleException(
                            ErrorCode.UNAUTHORIZED, "This API key is not known here.")));
  }

  private static void insert(Sql sql, KeyCommand.Create key) throws SQLException {
    sql.update(
        "INSERT INTO waggle_key (id, hash, name, scope, created_at, expires_at) VALUES"
            + " (?, ?, ?, ?, CURRENT_TIMESTAMP,"
            + " CURRENT_TIMESTAMP + CAST(? AS BIGINT) * INTERVAL '1' SECOND)",
        key.id(),
        key.hash(),
        key.name(),
        Wire.write(key.scope()).encode(),
        key.expiresInSeconds());
  }

  private static List<ApiKey> find(Sql sql, String condition, Object... parameters)
      throws SQLException {
    return sql.list(SELECT + condition, ApiKeyRegistry::read, parameters);
  }

  private static ApiKey read(ResultSet row) throws SQLException {
    OffsetDateTime expiry = row.getObject("expires_at", OffsetDateTime.class);
    return new ApiKey(
        row.getString("id"),
        row.getString("name"),
        Wire.read(new JsonObject(row.getString("scope")), KeyScope.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        expiry == null ? null : expiry.toInstant());
  }
}
