package dev.waggle.session.registry;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.session.settings.DatabaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database as the JVMs of one machine share it. */
class SharedDatabaseTest {

  private static final SessionName SALES = new SessionName("sales");

  @TempDir Path data;

  private final Vertx vertx = Vertx.vertx();
  private Process server;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    server = DatabaseServer.start(data);
    database = await(Database.open(vertx, DatabaseSettings.DEFAULT, data));
  }

  @AfterEach
  void close() throws Exception {
    server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    await(database.close());
    await(vertx.close());
  }

  @Test
  void shouldGoOnWhenTheJvmThatServedItIsKilled() throws Exception {
    SessionRegistry sessions = new SessionRegistry(database);
    await(sessions.create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));

    server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              Future<RegisteredSession> found = sessions.get(SALES);
              assertThat(await(found.map(true).otherwise(false))).isTrue();
            });
  }

  @Test
  void shouldGoOnWhenTheJvmThatServedItEndsInGoodOrder() throws Exception {
    SessionRegistry sessions = new SessionRegistry(database);
    await(sessions.create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));

    server.destroy();
    server.waitFor(10, TimeUnit.SECONDS);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(await(sessions.get(SALES).map(true).otherwise(false))).isTrue());
  }

  @Test
  void shouldBeServedOnLoopbackOnly() throws Exception {
    String lock = Files.readString(data.resolve("waggle.lock.db"));

    assertThat(lock).containsPattern("server=(localhost|127\\.0\\.0\\.1)");
  }
}
