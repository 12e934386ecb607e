package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.launcher.ClusterSettings.Mode;
import dev.waggle.settings.SettingsReader;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

  private final List<Vertx> started = new ArrayList<>();
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
    for (Vertx vertx : started) {
      vertx.close().await(30, TimeUnit.SECONDS);
    }
  }

  private Vertx start() throws Exception {
    WaggleSettings settings =
        new SettingsReader(Map.of())
            .option("session.data", data.toString(), "test")
            .option("cluster.enabled", Mode.ON.name(), "test")
            .option("cluster.name", "test-" + port, "test")
            .option("cluster.port", String.valueOf(port), "test")
            .option("cluster.port-count", "4", "test")
            .read(WaggleSettings.DEFAULT);
    Vertx vertx = VertxStarter.start(settings).await(60, TimeUnit.SECONDS);
    started.add(vertx);
    return vertx;
  }

  @Test
  void shouldLetNodesOfOneMachineFindEachOther() throws Exception {
    Vertx one = start();
    Vertx other = start();
    one.eventBus()
        .<String>consumer("hello", message -> message.reply("to " + message.body()))
        .completion()
        .await(10, TimeUnit.SECONDS);

    Message<String> reply =
        other.eventBus().<String>request("hello", "you").await(10, TimeUnit.SECONDS);

    assertThat(reply.body()).isEqualTo("to you");
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
