package dev.waggle.session.registry;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.settings.LeaseSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database as the JVMs of one machine share it. */
class SharedDatabaseTest {

  private static final SessionName SALES = new SessionName("sales");

  @TempDir Path data;

  private final Vertx vertx = Vertx.vertx();
  private Process server;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    server = DatabaseServer.start(data);
    database = await(Database.open(vertx, DatabaseSettings.DEFAULT, data));
  }

  @AfterEach
  void close() throws Exception {
    server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    await(database.close());
    await(vertx.close());
  }

  @Test
  void shouldGoOnWhenTheJvmThatServedItIsKilled() throws Exception {
    SessionRegistry sessions = new SessionRegistry(database);
    await(sessions.create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));

    server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> await(sessions.get(SALES).map(true).otherwise(false)));
  }

  @Test
  void shouldGoOnWhenTheJvmThatServedItEndsInGoodOrder() throws Exception {
    SessionRegistry sessions = new SessionRegistry(database);
    await(sessions.create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));

    server.destroy();
    server.waitFor(10, TimeUnit.SECONDS);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> await(sessions.get(SALES).map(true).otherwise(false)));
  }

  @Test
  void shouldBeServedOnLoopbackOnlyAndUnderAPassword() throws Exception {
    int port = Integer.parseInt(Files.readString(data.resolve("waggle.port")));
    String url = "jdbc:h2:tcp://127.0.0.1:" + port + "/" + data.resolve("waggle");

    assertThatThrownBy(() -> DriverManager.getConnection(url, "waggle", "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Wrong user name or password");
    assertThat(PosixFilePermissions.toString(permissionsOf("waggle.key"))).isEqualTo("rw-------");
    assertThat(refusesFromElsewhere(port)).isTrue();
  }

  @Test
  void shouldTakeOverBeforeALeaseIsLost() throws Exception {
    SessionRegistry sessions = new SessionRegistry(database);
    await(sessions.create(SALES, Wanted.RUNNING, SessionConfig.DEFAULT));
    server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    long killed = System.nanoTime();
    LeaseSettings lease = LeaseSettings.DEFAULT;

    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> await(sessions.get(SALES).map(true).otherwise(false)));

    assertThat(Duration.ofNanos(System.nanoTime() - killed))
        .isLessThan(lease.duration().minus(lease.renewal().multipliedBy(2)));
  }

  private Set<PosixFilePermission> permissionsOf(String name) throws IOException {
    return Files.getPosixFilePermissions(data.resolve(name));
  }

  /** Every address of the machine but loopback, if it has any. */
  private static boolean refusesFromElsewhere(int port) throws IOException {
    for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(each.getInetAddresses())) {
        if (!address.isLoopbackAddress() && answers(address, port)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
