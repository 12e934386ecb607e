package dev.waggle.session.registry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.waggle.session.settings.DatabaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of connections to the registry's database, with the schema brought up to date. */
public final class Database {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int MIGRATION_ATTEMPTS = 5;
  private static final long MIGRATION_PAUSE_MS = 300;

  private final Vertx vertx;
  private final Optional<SharedH2> file;
  private final HikariDataSource pool;
  private final JdbcExecutor executor;
  private final HistoryBook history;

  private Database(Vertx vertx, DatabaseSettings settings, Optional<SharedH2> file) {
    this.vertx = vertx;
    this.file = file;
    this.pool = file.map(h2 -> embedded(settings, h2)).orElseGet(() -> configured(settings));
    this.history = new HistoryBook(settings.history());
    this.executor = new JdbcExecutor(vertx, pool, settings.poolSize(), settings.timeout());
  }

  /**
   * Opens the database, which is made when it is the embedded one and not there yet. Fails with
   * DATABASE_UNAVAILABLE, and then holds nothing.
   *
   * @param data the node's data folder, home of the embedded database
   */
  public static Future<Database> open(Vertx vertx, DatabaseSettings settings, Path data) {
    Optional<SharedH2> file =
        settings.url().isEmpty()
            ? Optional.of(new SharedH2(data, settings.timeout()))
            : Optional.empty();
    Database database = new Database(vertx, settings, file);
    return database
        .migrate(1)
        .map(done -> database)
        .recover(failure -> database.close().transform(closed -> Future.failedFuture(failure)));
  }

  /** Where the moves of sessions are written down. */
  HistoryBook history() {
    return history;
  }

  /** Runs SQL. */
  JdbcExecutor executor() {
    return executor;
  }

  /** Whether it answers. Fails with DATABASE_UNAVAILABLE. */
  public Future<Void> ping() {
    return executor.run(
        sql -> {
          sql.list("SELECT 1", row -> row.getInt(1));
          return null;
        });
  }

  /** Closes every connection; the embedded database is closed with the last one. Never fails. */
  public Future<Void> close() {
    executor.close();
    return vertx
        .<Void>executeBlocking(
            () -> {
              pool.close();
              if (file.isPresent()) {
                file.get().close();
              }
              return null;
            },
            false)
        .otherwiseEmpty();
  }

  /**
   * Nodes that start together may trip over each other's first migration: the next try finds it
   * done.
   */
  private Future<Void> migrate(int attempt) {
    return executor
        .<Void>submit(
            () -> {
              Flyway.configure().dataSource(pool).load().migrate();
              return null;
            })
        .recover(
            failure -> {
              if (attempt == MIGRATION_ATTEMPTS) {
                return Future.failedFuture(failure);
              }
              LOG.info("event=migration-repeated attempt={}", attempt);
              return vertx
                  .timer(MIGRATION_PAUSE_MS, TimeUnit.MILLISECONDS)
                  .compose(fired -> migrate(attempt + 1));
            });
  }

  private static HikariConfig poolConfig(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("waggle-db");
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(settings.timeout().toMillis());
    config.setValidationTimeout(settings.timeout().toMillis());
    // The pool is made on an event loop; connections come when they are first asked for.
    config.setInitializationFailTimeout(-1);
    return config;
  }

  private static HikariDataSource embedded(DatabaseSettings settings, SharedH2 file) {
    HikariConfig config = poolConfig(settings);
    config.setDataSource(new EmbeddedDataSource(file));
    config.setExceptionOverrideClassName(BrokenConnections.class.getName());
    return new HikariDataSource(config);
  }

  private static HikariDataSource configured(DatabaseSettings settings) {
    HikariConfig config = poolConfig(settings);
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    if (settings.url().startsWith("jdbc:postgresql:")) {
      limitWaits(config, settings);
    }
    return new HikariDataSource(config);
  }

  /** Statement timeouts are told to the server; these two hold when the server is gone. */
  private static void limitWaits(HikariConfig config, DatabaseSettings settings) {
    String seconds = Long.toString(Math.max(1, settings.timeout().toSeconds()));
    config.addDataSourceProperty("connectTimeout", seconds);
    config.addDataSourceProperty(
        "socketTimeout", Long.toString(2 * settings.timeout().toSeconds()));
  }
}
