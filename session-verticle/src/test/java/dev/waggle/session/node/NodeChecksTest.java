package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.health.Finding;
import dev.waggle.health.HealthReport;
import dev.waggle.session.registry.Database;
import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.support.TestCluster;
import dev.waggle.session.support.TestCluster.Node;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a session node says that it is ready, and what it counts. */
class NodeChecksTest {

  private static final SessionName SALES = new SessionName("sales");

  @TempDir Path data;

  private TestCluster cluster;
  private Node node;

  @BeforeEach
  void start() {
    cluster = new TestCluster(data);
    node = cluster.startNode(1);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldBeReadyWithALeaseADatabaseAndRoom() {
    HealthReport report = await(node.instruments().health().ready());

    assertThat(report.findings()).containsOnlyKeys("database", "draining", "lease", "room");
    assertThat(report.isUp()).isTrue();
  }

  @Test
  void shouldNotBeReadyWithoutRoom() {
    createSales();

    assertThat(finding("room").isUp()).isFalse();
    assertThat(finding("room").reason()).contains("session.max-sessions");
    assertThat(finding("lease").isUp()).isTrue();
  }

  @Test
  void shouldNotBeReadyOnAMachineThatIsShortOfMemory() {
    node = cluster.startNodeShortOfMemory();

    assertThat(finding("room").isUp()).isFalse();
    assertThat(finding("room").reason())
        .contains("short of memory")
        .contains("session.min-free-memory");
  }

  @Test
  void shouldSayThatItServesNoSessionWithoutALease() throws Exception {
    forgetEverything();

    Awaitility.await().until(() -> !finding("lease").isUp());
    assertThat(finding("lease").reason()).contains("serves no session");
  }

  @Test
  void shouldFindOutThatADatabaseDoesNotAnswer() {
    DatabaseSettings settings =
        new DatabaseSettings(cluster.databaseUrl(), "", "", 2, Duration.ofSeconds(1));
    Database closed = await(Database.open(cluster.vertx(), settings, data));
    await(closed.ping());
    await(closed.close());

    assertThat(codeOf(closed.ping())).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
  }

  @Test
  void shouldTakeItsChecksOutWhenItHasLeft() {
    cluster.stop(node);

    assertThat(await(node.instruments().health().ready()).findings()).isEmpty();
  }

  @Test
  void shouldCountItsSessionsUntilItHasLeft() {
    createSales();
    node.pages().take().becomeReady();

    Awaitility.await().until(() -> counted(SessionStatus.WORKING) == 1);
    cluster.stop(node);

    assertThat(counted(SessionStatus.WORKING)).isZero();
    assertThat(node.instruments().registry().get("waggle.session.transitions").counters())
        .isNotEmpty();
  }

  private void createSales() {
    await(cluster.client().create(SALES, true, SessionConfig.DEFAULT));
  }

  private double counted(SessionStatus status) {
    return node.instruments()
        .registry()
        .get("waggle.sessions")
        .tags("node", node.id(), "state", status.name())
        .gauge()
        .value();
  }

  private Finding finding(String name) {
    return await(node.instruments().health().ready()).findings().get(name);
  }

  /** As a database that has lost its files: it answers, and knows nobody. */
  private void forgetEverything() throws Exception {
    try (Connection connection = DriverManager.getConnection(cluster.databaseUrl())) {
      connection.createStatement().execute("DROP ALL OBJECTS");
    }
  }
}
