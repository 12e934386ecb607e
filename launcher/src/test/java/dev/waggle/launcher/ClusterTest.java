package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.MapConfig;
import dev.waggle.gateway.limit.Buckets;
import dev.waggle.launcher.ClusterSettings.Mode;
import dev.waggle.settings.SettingsReader;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

  private static final DeliveryOptions SOON = new DeliveryOptions().setSendTimeout(3_000);

  private final List<StartedVertx> started = new ArrayList<>();
  private final int port = LaterPort.free();

  private final NodeMeters meters = new NodeMeters();

  @TempDir private Path data;

  @AfterEach
  void stop() throws Exception {
    for (StartedVertx node : started) {
      node.vertx().close().await(30, TimeUnit.SECONDS);
    }
    meters.close();
  }

  private StartedVertx start(String... keysAndValues) throws Exception {
    SettingsReader reader = new SettingsReader(Map.of());
    for (int i = 0; i < keysAndValues.length; i += 2) {
      reader.option(keysAndValues[i], keysAndValues[i + 1], "test");
    }
    WaggleSettings settings =
        reader
            .option("session.data", data.toString(), "test")
            .option("cluster.enabled", Mode.ON.name(), "test")
            .option("cluster.name", "test-" + port, "test")
            .option("cluster.port", String.valueOf(port), "test")
            .option("cluster.port-count", "4", "test")
            .read(WaggleSettings.DEFAULT);
    StartedVertx node = VertxStarter.start(settings, meters).await(60, TimeUnit.SECONDS);
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
  void shouldLetNobodyOnTheBusWithoutATrustedCertificate() throws Exception {
    Certificates trusted = Certificates.create(data, "trusted");
    Certificates strange = Certificates.create(data, "strange");
    Vertx one = start(tls(trusted, trusted)).vertx();
    Vertx other = start(tls(trusted, trusted)).vertx();
    Vertx stranger = start(tls(strange, trusted)).vertx();
    Vertx plain = start().vertx();
    List<String> heard = new CopyOnWriteArrayList<>();
    one.eventBus()
        .<String>consumer(
            "hello",
            message -> {
              heard.add(message.body());
              message.reply("heard");
            })
        .completion()
        .await(10, TimeUnit.SECONDS);

    Message<String> reply =
        other.eventBus().<String>request("hello", "mine").await(10, TimeUnit.SECONDS);
    Future<?> untrusted = stranger.eventBus().request("hello", "strange", SOON);
    Future<?> unencrypted = plain.eventBus().request("hello", "plain", SOON);

    assertThat(reply.body()).isEqualTo("heard");
    assertThatThrownBy(() -> untrusted.await(10, TimeUnit.SECONDS))
        .isInstanceOf(ReplyException.class);
    assertThatThrownBy(() -> unencrypted.await(10, TimeUnit.SECONDS))
        .isInstanceOf(ReplyException.class);
    assertThat(heard).containsExactly("mine");
  }

  private static String[] tls(Certificates own, Certificates trust) {
    return new String[] {
      "cluster.tls.certificate", own.certificate().toString(),
      "cluster.tls.key", own.key().toString(),
      "cluster.tls.trust", trust.certificate().toString()
    };
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
