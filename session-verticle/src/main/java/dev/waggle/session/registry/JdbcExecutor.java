package dev.waggle.session.registry;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.log.FailureLine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs SQL on the threads {@code waggle-db-N}, as many as there are connections, behind a bounded
 * queue. Answers come on the caller's Vert.x context. Whatever goes wrong, a full queue and a lapse
 * of time included, is DATABASE_UNAVAILABLE, unless the work itself throws a {@link
 * WaggleException}.
 */
public final class JdbcExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcExecutor.class);
  private static final int QUEUE = 1024;

  private final Vertx vertx;
  private final DataSource dataSource;
  private final Duration timeout;
  private final ThreadPoolExecutor threads;

  /**
   * Starts no thread yet.
   *
   * @param timeout for one statement; the whole work, with the wait for a connection, gets three
   *     times as long
   */
  JdbcExecutor(Vertx vertx, DataSource dataSource, int poolSize, Duration timeout) {
    this.vertx = vertx;
    this.dataSource = dataSource;
    this.timeout = timeout;
    this.threads =
        new ThreadPoolExecutor(
            poolSize, poolSize, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), named());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Work on one connection. */
  interface SqlWork<T> {
    T run(Sql sql) throws SQLException;
  }

  /** Runs the work in one transaction. */
  <T> Future<T> run(SqlWork<T> work) {
    return submit(() -> inTransaction(work));
  }

  /** Runs anything that blocks on the database, on the same threads. */
  <T> Future<T> submit(BlockingWork<T> work) {
    try {
      CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> unchecked(work), threads);
      return Future.fromCompletionStage(result, vertx.getOrCreateContext())
          .timeout(timeout.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS)
          .recover(failure -> Future.failedFuture(explain(failure)));
    } catch (RejectedExecutionException e) {
      return Future.failedFuture(explain(e));
    }
  }

  /** Lets no more work in; what runs is finished within the statements' timeout. */
  void close() {
    threads.shutdown();
  }

  /** Something that blocks. */
  interface BlockingWork<T> {
    T run() throws SQLException;
  }

  private <T> T inTransaction(SqlWork<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(new Sql(connection, timeout));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static <T> T unchecked(BlockingWork<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static WaggleException explain(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof WaggleException known) {
      return known;
    }
    LOG.warn("event=database-failed cause=\"{}\"", FailureLine.of(cause));
    return new WaggleException(
        ErrorCode.DATABASE_UNAVAILABLE,
        "The registry's database does not answer; repeat the request, and check the database if"
            + " that does not help.",
        cause);
  }

  private static ThreadFactory named() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "waggle-db-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
