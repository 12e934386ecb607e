package dev.waggle.session.registry;

import io.vertx.core.Future;

/**
 * Work that one node at a time does for the whole cluster. A holder whose lease has run out counts
 * for nothing, so that its work falls to whoever asks next. Every future may fail with
 * DATABASE_UNAVAILABLE.
 */
public final class ClusterTurn {

  private static final String HOLDER_IS_GONE =
      "NOT EXISTS (SELECT 1 FROM waggle_node n"
          + " WHERE n.id = waggle_turn.holder AND n.lease_until > CURRENT_TIMESTAMP)";

  private final JdbcExecutor jdbc;
  private final Work work;

  public ClusterTurn(Database database, Work work) {
    this.jdbc = database.executor();
    this.work = work;
  }

  /** What there are turns for; each has its row in {@code waggle_turn}. */
  public enum Work {
    REBALANCE
  }

  /** Takes the turn, in one compare-and-set. False while another node has it. */
  public Future<Boolean> take(String node) {
    return jdbc.run(
        sql ->
            sql.update(
                    "UPDATE waggle_turn SET holder = ? WHERE work = ? AND (holder = ? OR "
                        + HOLDER_IS_GONE
                        + ")",
                    node,
                    work.name(),
                    node)
                == 1);
  }

  /** Whether a node still has the turn: one that was away may have lost it. */
  public Future<Boolean> isHeldBy(String node) {
    return jdbc.run(
        sql ->
            !sql.list(
                    "SELECT work FROM waggle_turn WHERE work = ? AND holder = ?",
                    row -> row.getString("work"),
                    work.name(),
                    node)
                .isEmpty());
  }

  /** Gives the turn back; nothing happens when another node has it by now. */
  public Future<Void> giveBack(String node) {
    return jdbc.run(
        sql -> {
          sql.update(
              "UPDATE waggle_turn SET holder = NULL WHERE work = ? AND holder = ?",
              work.name(),
              node);
          return null;
        });
  }
}
