package dev.waggle.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.NodeInfo;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusBooksTest {

  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch lost = new CountDownLatch(1);
  private final AtomicInteger reads = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    lost.countDown();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldReadAgainBesideAReadThatIsNotAnswered() {
    Promise<NodeInfo> answer = Promise.promise();

    new BusBooks(vertx, this::loseTheFirst).address("one", answer);

    assertThatThrownBy(() -> answer.future().await(30, TimeUnit.SECONDS))
        .hasMessage("the second read");
  }

  private HazelcastInstance loseTheFirst() {
    if (reads.incrementAndGet() > 1) {
      throw new IllegalStateException("the second read");
    }
    try {
      lost.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("the first read");
  }
}
