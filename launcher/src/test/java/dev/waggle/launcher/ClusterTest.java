package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.MapConfig;
import dev.waggle.gateway.limit.Buckets;
import dev.waggle.launcher.ClusterSettings.Mode;
import dev.waggle.settings.SettingsReader;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

  private final List<StartedVertx> started = new ArrayList<>();
  private int port;

  @TempDir private Path data;

  @BeforeEach
  void findPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (StartedVertx node : started) {
      node.vertx().close().await(30, TimeUnit.SECONDS);
    }
  }

  private StartedVertx start() throws Exception {
    WaggleSettings settings =
        new SettingsReader(Map.of())
            .option("session.data", data.toString(), "test")
            .option("cluster.enabled", Mode.ON.name(), "test")
            .option("cluster.name", "test-" + port, "test")
            .option("cluster.port", String.valueOf(port), "test")
            .option("cluster.port-count", "4", "test")
            .read(WaggleSettings.DEFAULT);
    StartedVertx node = VertxStarter.start(settings).await(60, TimeUnit.SECONDS);
    started.add(node);
    return node;
  }

  @Test
  void shouldLetNodesOfOneMachineFindEachOther() throws Exception {
    Vertx one = start().vertx();
    Vertx other = start().vertx();
    one.eventBus()
        .<String>consumer("hello", message -> message.reply("to " + message.body()))
        .completion()
        .await(10, TimeUnit.SECONDS);

    Message<String> reply =
        other.eventBus().<String>request("hello", "you").await(10, TimeUnit.SECONDS);

    assertThat(reply.body()).isEqualTo("to you");
  }

  @Test
  void shouldCountForAllNodesTogether() throws Exception {
    BucketConfiguration two =
        BucketConfiguration.builder()
            .addLimit(limit -> limit.capacity(2).refillIntervally(2, Duration.ofHours(1)))
            .build();
    Buckets here = start().buckets();
    StartedVertx other = start();
    Buckets there = other.buckets();

    assertThat(take(here, two).isConsumed()).isTrue();
    assertThat(take(there, two).isConsumed()).isTrue();
    assertThat(take(here, two).isConsumed()).isFalse();
    there.giveBack("sends:sales", two).await(10, TimeUnit.SECONDS);
    assertThat(take(here, two).isConsumed()).isTrue();
    assertThat(mapOfCounts(other).getTimeToLiveSeconds()).isEqualTo(90_000);
  }

  private static MapConfig mapOfCounts(StartedVertx member) {
    return member.hazelcast().orElseThrow().getConfig().findMapConfig("waggle.limits");
  }

  private static ConsumptionProbe take(Buckets buckets, BucketConfiguration size) throws Exception {
    return buckets.take("sends:sales", size).await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldListenOnTheConfiguredAddressAlone() throws Exception {
    start();

    assertThat(canConnect(InetAddress.getLoopbackAddress())).isTrue();
    for (InetAddress address : otherAddresses()) {
      assertThat(canConnect(address)).as(address.toString()).isFalse();
    }
  }

  private boolean canConnect(InetAddress address) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (java.io.IOException refused) {
      return false;
    }
  }

  private static List<InetAddress> otherAddresses() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }
}
