package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.SharedCluster;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What the shared cluster has to show after everything that was done with it: the very last. */
@ExtendWith(SharedCluster.class)
@Isolated("it ends what the others run on; isolated classes come last")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedClusterEndTest {

  @Test
  @Order(1)
  void shouldNeverHaveConnectedADeviceTwiceNorLostOrDoubledAMessage(ClusterJvms cluster) {
    JsonObject books = cluster.standIn().books();

    assertThat(books.getInteger("maxConnections")).as(books.encode()).isLessThanOrEqualTo(1);
    for (String count : new String[] {"duplicated", "outOfOrder", "stray", "sentTwice"}) {
      assertThat(books.getInteger(count)).as("%s of %s", count, books.encode()).isZero();
    }
  }

  @Test
  @Order(2)
  void shouldHaveLoggedNoDefect(ClusterJvms cluster) {
    for (WaggleJvm node : cluster.nodes()) {
      assertThat(node.process().output().lines())
          .filteredOn(line -> line.contains(" ERROR ") || line.startsWith("\tat "))
          .isEmpty();
    }
  }

  @Test
  @Order(3)
  void shouldLeaveNoProcessBehind(ClusterJvms cluster) {
    cluster.close();

    // A process that has been ended is seen for a moment longer.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Leftovers.processesNaming(cluster.folder()), List::isEmpty);
  }
}
