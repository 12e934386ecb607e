package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.core.OperationTimeoutException;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.Wire;
import dev.waggle.launcher.ClusterSettings.Mode;
import dev.waggle.session.bus.CommandConsumer;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster that gets over the loss of a member and takes no entries meanwhile. */
class RefusedEntryTest {

  private static final String ADDRESS = "waggle.test";

  private final AtomicInteger refusals = new AtomicInteger();
  private Vertx vertx;

  @BeforeEach
  void start() throws Exception {
    Config config =
        ClusterConfig.read(
            new ClusterSettings(
                Mode.ON,
                "refusing",
                "127.0.0.1",
                LaterPort.free(),
                1,
                List.of(),
                0,
                null,
                ClusterTlsSettings.NONE));
    vertx =
        Vertx.builder()
            .withClusterManager(new BusyCluster(config))
            .buildClustered()
            .await(60, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(30, TimeUnit.SECONDS);
  }

  @Test
  void shouldAnswerHereAtOnceAndEnterAgainWhenRefused() throws Exception {
    refusals.set(1);
    CommandConsumer<KeyCommand> consumer = consumer();

    Future<Void> known = consumer.listen(vertx);
    Object meanwhile = ask();
    known.await(20, TimeUnit.SECONDS);

    assertThat(meanwhile).isEqualTo(new JsonObject());
    assertThat(ask()).isEqualTo(meanwhile);
    assertThat(refusals).hasNegativeValue();
  }

  @Test
  void shouldNotEnterAgainOnceClosed() throws Exception {
    refusals.set(1_000);
    CommandConsumer<KeyCommand> consumer = consumer();

    Future<Void> known = consumer.listen(vertx);
    consumer.close();

    assertThatThrownBy(() -> known.await(20, TimeUnit.SECONDS))
        .isInstanceOf(OperationTimeoutException.class);
    assertThat(refusals).hasValue(999);
  }

  private static CommandConsumer<KeyCommand> consumer() {
    return new CommandConsumer<>(
        ADDRESS, KeyCommand.class, command -> Future.succeededFuture(null));
  }

  private Object ask() throws Exception {
    JsonObject command = Wire.write(new KeyCommand.ListAll());
    return vertx.eventBus().request(ADDRESS, command).await(10, TimeUnit.SECONDS).body();
  }

  /** Refuses as many entries of the test's address as it was told to. */
  private final class BusyCluster extends HazelcastClusterManager {

    BusyCluster(Config config) {
      super(config);
    }

    @Override
    public void addRegistration(
        String address, RegistrationInfo registration, Completable<Void> promise) {
      if (address.equals(ADDRESS) && refusals.getAndDecrement() > 0) {
        promise.fail(new OperationTimeoutException("No answer from a member that has gone."));
      } else {
        super.addRegistration(address, registration, promise);
      }
    }
  }
}
