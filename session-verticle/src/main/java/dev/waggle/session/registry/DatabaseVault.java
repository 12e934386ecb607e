package dev.waggle.session.registry;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.snapshot.Vault;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Snapshots in the registry's database. Every method may fail with DATABASE_UNAVAILABLE. */
public final class DatabaseVault implements Vault {

  private static final int BATCH = 16;

  private final JdbcExecutor jdbc;

  public DatabaseVault(Database database) {
    this.jdbc = database.executor();
  }

  @Override
  public Future<Long> fence(Ownership owner) {
    return jdbc.run(
        sql -> {
          long before = youngest(sql, owner);
          if (raise(sql, owner) == 0 && !inserted(sql, owner)) {
            throw overtaken();
          }
          return before;
        });
  }

  @Override
  public Future<Void> putParts(Ownership owner, Map<String, Buffer> parts) {
    Future<Void> all = Future.succeededFuture();
    for (List<Map.Entry<String, Buffer>> batch : batches(parts)) {
      all = all.compose(before -> jdbc.run(sql -> put(sql, owner, batch)));
    }
    return all;
  }

  @Override
  public Future<Void> commit(
      Ownership owner, SealedManifest manifest, Set<String> live, long oldest, boolean dropOlder) {
    return jdbc.run(
        sql -> {
          holdFence(sql, owner);
          sql.update(
              "INSERT INTO waggle_snapshot (session, generation, number, content)"
                  + " VALUES (?, ?, ?, ?)",
              owner.session().value(),
              owner.generation(),
              manifest.number(),
              manifest.content().getBytes());
          prune(sql, owner, live, oldest);
          if (dropOlder) {
            dropOlder(sql, owner);
          }
          return null;
        });
  }

  @Override
  public Future<List<SealedManifest>> manifests(SessionName session) {
    return jdbc.run(
        sql ->
            sql.list(
                "SELECT generation, number, content FROM waggle_snapshot WHERE session = ?"
                    + " ORDER BY generation DESC, number DESC",
                row ->
                    new SealedManifest(
                        row.getLong("generation"),
                        row.getLong("number"),
                        Buffer.buffer(row.getBytes("content"))),
                session.value()));
  }

  @Override
  public Future<Map<String, Buffer>> parts(
      SessionName session, long generation, Set<String> names) {
    return jdbc.run(
        sql -> {
          Map<String, Buffer> found = new HashMap<>();
          for (String name : names) {
            sql.list(
                    "SELECT content FROM waggle_snapshot_part"
                        + " WHERE session = ? AND generation = ? AND name = ?",
                    row -> Buffer.buffer(row.getBytes("content")),
                    session.value(),
                    generation,
                    name)
                .forEach(content -> found.put(name, content));
          }
          return found;
        });
  }

  @Override
  public Future<Void> delete(SessionName session) {
    return jdbc.run(
        sql -> {
          sql.update("DELETE FROM waggle_snapshot WHERE session = ?", session.value());
          sql.update("DELETE FROM waggle_snapshot_part WHERE session = ?", session.value());
          return null;
        });
  }

  private static Void put(Sql sql, Ownership owner, List<Map.Entry<String, Buffer>> parts)
      throws SQLException {
    holdFence(sql, owner);
    for (Map.Entry<String, Buffer> part : parts) {
      removePart(sql, owner, part.getKey());
      sql.update(
          "INSERT INTO waggle_snapshot_part (session, generation, name, content)"
              + " VALUES (?, ?, ?, ?)",
          owner.session().value(),
          owner.generation(),
          part.getKey(),
          part.getValue().getBytes());
    }
    return null;
  }

  private static void prune(Sql sql, Ownership owner, Set<String> live, long oldest)
      throws SQLException {
    sql.update(
        "DELETE FROM waggle_snapshot WHERE session = ? AND generation = ? AND number < ?",
        owner.session().value(),
        owner.generation(),
        oldest);
    List<String> kept =
        sql.list(
            "SELECT name FROM waggle_snapshot_part WHERE session = ? AND generation = ?",
            row -> row.getString("name"),
            owner.session().value(),
            owner.generation());
    for (String name : kept) {
      if (!live.contains(name)) {
        removePart(sql, owner, name);
      }
    }
  }

  private static void removePart(Sql sql, Ownership owner, String name) throws SQLException {
    sql.update(
        "DELETE FROM waggle_snapshot_part WHERE session = ? AND generation = ? AND name = ?",
        owner.session().value(),
        owner.generation(),
        name);
  }

  private static void dropOlder(Sql sql, Ownership owner) throws SQLException {
    for (String table : List.of("waggle_snapshot", "waggle_snapshot_part")) {
      sql.update(
          "DELETE FROM " + table + " WHERE session = ? AND generation < ?",
          owner.session().value(),
          owner.generation());
    }
  }

  private static long youngest(Sql sql, Ownership owner) throws SQLException {
    return sql
        .list(
            "SELECT generation FROM waggle_snapshot_fence WHERE session = ?",
            row -> row.getLong("generation"),
            owner.session().value())
        .stream()
        .findFirst()
        .orElse(-1L);
  }

  /** Locks the fence for the transaction, so that nobody passes it meanwhile. */
  private static void holdFence(Sql sql, Ownership owner) throws SQLException {
    if (raise(sql, owner) == 0) {
      throw overtaken();
    }
  }

  private static int raise(Sql sql, Ownership owner) throws SQLException {
    return sql.update(
        "UPDATE waggle_snapshot_fence SET generation = ? WHERE session = ? AND generation <= ?",
        owner.generation(),
        owner.session().value(),
        owner.generation());
  }

  private static boolean inserted(Sql sql, Ownership owner) throws SQLException {
    return sql.update(
            "INSERT INTO waggle_snapshot_fence (session, generation) SELECT ?, ?"
                + " WHERE NOT EXISTS (SELECT 1 FROM waggle_snapshot_fence WHERE session = ?)",
            owner.session().value(),
            owner.generation(),
            owner.session().value())
        == 1;
  }

  private static List<List<Map.Entry<String, Buffer>>> batches(Map<String, Buffer> parts) {
    List<Map.Entry<String, Buffer>> all = List.copyOf(parts.entrySet());
    List<List<Map.Entry<String, Buffer>>> batches = new ArrayList<>();
    for (int start = 0; start < all.size(); start += BATCH) {
      batches.add(all.subList(start, Math.min(start + BATCH, all.size())));
    }
    return batches;
  }

  private static WaggleException overtaken() {
    return new WaggleException(
        ErrorCode.OWNER_UNAVAILABLE, "The session has another owner by now.");
  }
}
