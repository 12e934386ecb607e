package dev.waggle.session.node;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.DrainPlan;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import dev.waggle.session.registry.NodeLoad;
import dev.waggle.session.support.TestCluster;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders to a node that the registry knows and the bus does not. */
class NodeClientTest {

  private static final String NODE = "node-of-the-test";
  private static final DrainPlan PLAN = new DrainPlan(NODE, 3, 5, 60);

  @TempDir Path data;

  private TestCluster cluster;
  private NodeClient client;

  @BeforeEach
  void start() {
    cluster = new TestCluster(data);
    client = new NodeClient(cluster.vertx(), cluster.nodes());
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldWaitForTheBusToKnowANodeThatLives() {
    join(Duration.ofMinutes(1));

    Future<DrainPlan> drain = client.drain(NODE);
    cluster.vertx().setTimer(500, later -> listen());

    assertThat(await(drain)).isEqualTo(PLAN);
  }

  @Test
  void shouldNotWaitForANodeWhoseLeaseIsOver() {
    join(Duration.ofMillis(-1));

    Future<DrainPlan> drain = client.drain(NODE);

    assertThat(await(drain.map(plan -> ErrorCode.INTERNAL).recover(NodeClientTest::codeOf)))
        .isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
  }

  private static Future<ErrorCode> codeOf(Throwable failure) {
    return Future.succeededFuture(WaggleException.of(failure).code());
  }

  private void listen() {
    cluster
        .vertx()
        .eventBus()
        .consumer(Addresses.node(NODE), order -> order.reply(Wire.write(PLAN)));
  }

  private void join(Duration lease) {
    await(cluster.nodes().join(NODE, lease, NodeClientTest::load));
  }

  private static NodeLoad load() {
    return new NodeLoad("1", 10, 1_000_000, 0, 2_000_000, 0.5, false);
  }
}
