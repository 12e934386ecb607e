package dev.waggle.chaos.cluster;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.DatabaseServer;
import dev.waggle.chaos.process.NodeLaunch;
import dev.waggle.chaos.process.Place;
import dev.waggle.chaos.process.Ports;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.StandIn;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Two gateways and some session nodes, which share nothing but a database and the secret of their
 * snapshots, on a stand-in. Database and stand-in are in this JVM and are never struck.
 */
public final class ChaosCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SECRET = "only-for-chaos-0123456789-0123456789";
  private static final int GATEWAYS = 2;

  private final Path folder;
  private final int port = Ports.free();
  private final Ground ground;
  private final DatabaseServer database;
  private final List<WaggleJvm> gateways;
  private final List<Machine> machines;

  private ChaosCluster(Path folder, int nodes, Ground ground) throws SQLException {
    this.folder = folder;
    this.ground = ground;
    this.database = DatabaseServer.start(folder, ground.own().address());
    this.gateways =
        names("gateway", GATEWAYS)
            .map(name -> WaggleJvm.launch(plan(name, "gateway", ground.own())))
            .collect(Collectors.toUnmodifiableList());
    this.machines =
        names("node", nodes)
            .map(name -> machine(name, name.equals("node-" + nodes)))
            .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Starts all at once and waits until session nodes answer through both gateways. What was started
   * is closed when that fails.
   *
   * @param cutOff whether the last node is to be in a network of its own, which takes root
   */
  public static ChaosCluster start(Path folder, int nodes, boolean cutOff) throws SQLException {
    ChaosCluster cluster =
        new ChaosCluster(folder, nodes, cutOff ? Ground.withNetwork() : Ground.loopback());
    try {
      cluster.machines.forEach(Machine::launch);
      cluster.gateways.forEach(WaggleJvm::awaitReady);
      cluster.machines.forEach(machine -> machine.jvm().awaitReady());
      cluster.gateways.forEach(ChaosCluster::awaitSessionNodes);
      return cluster;
    } catch (RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private static Stream<String> names(String role, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> role + "-" + number);
  }

  private static void awaitSessionNodes(WaggleJvm gateway) {
    Awaitility.await("session nodes")
        .atMost(PATIENCE)
        .until(() -> gateway.api().http().get("/api/sessions").status() == 200);
  }

  private Machine machine(String name, boolean last) {
    return last
        ? new Machine(plan(name, "session", ground.last()), ground.cables())
        : new Machine(plan(name, "session", ground.own()), List.of());
  }

  private NodeLaunch plan(String name, String role, Place place) {
    List<String> settings = new ArrayList<>(ground.settings(place));
    settings.addAll(
        List.of(
            "session.database.url=" + database.url(),
            "session.database.user=sa",
            "session.snapshots.key=" + SECRET,
            "gateway.limits.sends-per-minute=0",
            "gateway.limits.sends-per-day=0",
            "cluster.enabled=on",
            "cluster.name=" + name(),
            "cluster.port=" + port));
    return NodeLaunch.of(folder.resolve(name), name, role, settings).at(place);
  }

  /** What members call it. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** The first port that members listen on. */
  public int port() {
    return port;
  }

  /** Where members of it listen that are not its own. */
  public String address() {
    return ground.own().address();
  }

  public StandIn standIn() {
    return ground.standIn();
  }

  /** A client of each gateway. */
  public List<SessionApi> apis() {
    return gateways.stream().map(WaggleJvm::api).toList();
  }

  public List<WaggleJvm> gateways() {
    return gateways;
  }

  public List<Machine> machines() {
    return machines;
  }

  /** Every session as a gateway shows it now, by name; another one is asked when it cannot. */
  public Map<String, SeenSession> sessions() {
    for (SessionApi api : apis()) {
      try {
        return api.http().get("/api/sessions").ok().array().stream()
            .map(each -> SeenSession.of((JsonObject) each))
            .collect(
                Collectors.toMap(
                    SeenSession::name, each -> each, (one, same) -> one, TreeMap::new));
      } catch (UncheckedIOException | AssertionError refused) {
        // The next one may know.
      }
    }
    return new TreeMap<>();
  }

  /** Kills every node at once: what a drained one hands over would only be handed on. */
  public void killNodes() {
    machines.forEach(Machine::retire);
    gateways.forEach(node -> node.process().kill());
  }

  @Override
  public void close() {
    killNodes();
    database.close();
    ground.close();
  }
}
