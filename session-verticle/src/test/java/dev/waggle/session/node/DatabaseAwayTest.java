package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.support.FastSettings;
import dev.waggle.session.support.PostgresCluster;
import dev.waggle.session.support.ScriptedPage;
import dev.waggle.session.support.TestCluster;
import dev.waggle.session.support.TestCluster.Node;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL that keeps its connections and answers nothing for a while. */
class DatabaseAwayTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir Path data;

  @Test
  void shouldCloseItsBrowsersInTimeAndComeBackWithTheDatabase() throws Exception {
    Path binaries =
        PostgresCluster.installed()
            .orElseGet(() -> Assumptions.abort("No PostgreSQL under /usr/lib/postgresql"));
    PostgresCluster postgres = PostgresCluster.start(binaries);
    TestCluster cluster = new TestCluster(data, postgres.settings());
    try {
      Node node = cluster.startNode();
      await(cluster.client().create(SALES, true, SessionConfig.DEFAULT));
      ScriptedPage first = node.pages().take();
      first.becomeReady();
      Awaitility.await().until(() -> cluster.get(SALES).status() == SessionStatus.WORKING);

      postgres.freeze();

      Awaitility.await().atMost(FastSettings.LEASE.duration()).until(first::isClosed);
      assertThat(node.pages().opened()).hasSize(1);
      postgres.thaw();
      Awaitility.await().atMost(SOON).until(() -> node.pages().opened().size() == 2);
      node.pages().take().becomeReady();
      Awaitility.await().until(() -> cluster.get(SALES).status() == SessionStatus.WORKING);
      assertThat(cluster.get(SALES).generation()).isEqualTo(2);
    } finally {
      postgres.thaw();
      cluster.close();
      postgres.close();
    }
  }
}
