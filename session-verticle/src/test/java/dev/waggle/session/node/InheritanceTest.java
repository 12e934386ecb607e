package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.session.profile.ProfileFolders;
import dev.waggle.session.registry.NodeLoad;
import dev.waggle.session.settings.LeaseSettings;
import dev.waggle.session.support.TestCluster;
import dev.waggle.session.support.TestCluster.Node;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is got ready while the lease of a silent node runs out, and who gets it. */
class InheritanceTest {

  private static final SessionName SALES = new SessionName("sales");

  /** A node has ten seconds to get ready, and looks five times a second. */
  private static final LeaseSettings LEASE =
      new LeaseSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMillis(200));

  private static final Duration TIME_ENOUGH = Duration.ofSeconds(9);
  private static final Duration SHORT = Duration.ofSeconds(3);

  @TempDir Path data;

  private TestCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new TestCluster(data);
    await(cluster.sessions().create(SALES, Wanted.STOPPED, SessionConfig.DEFAULT));
    Files.createDirectories(cluster.profile(SALES).resolve("Default"));
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldHaveTheBrowserThereBeforeTheClaim() throws SQLException {
    Node heir = cluster.startNode(LEASE);

    ownedBySilentNode(SHORT);

    assertThat(heir.pages().take().request().generation()).isEqualTo(2);
    assertThat(heir.pages().takenAhead()).containsExactly(SALES);
  }

  @Test
  void shouldGiveBackEverythingWhenTheNodeLeaves() throws SQLException {
    Node heir = cluster.startNode(LEASE);
    ownedBySilentNode(TIME_ENOUGH);
    awaitAhead(heir);

    cluster.stop(heir);

    assertThat(heir.pages().ahead()).isEmpty();
    assertThat(canBeLocked()).isTrue();
  }

  /** In one statement, so that the session is never to be had in between. */
  private void ownedBySilentNode(Duration lease) throws SQLException {
    await(cluster.nodes().join("silent", lease, this::idle));
    try (Connection connection = DriverManager.getConnection(cluster.databaseUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE waggle_session SET wanted = 'RUNNING', owner = 'silent', generation = 1");
    }
  }

  private boolean canBeLocked() {
    ProfileFolders folders = new ProfileFolders(cluster.vertx(), data);
    return await(
        folders
            .lock(SALES)
            .compose(folders::unlock)
            .transform(done -> Future.succeededFuture(done.succeeded())));
  }

  private static void awaitAhead(Node heir) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> heir.pages().ahead().contains(SALES));
  }

  private NodeLoad idle() {
    return new NodeLoad("1", 10, 1_000_000, 0, 2_000_000, 0.5, false);
  }
}
