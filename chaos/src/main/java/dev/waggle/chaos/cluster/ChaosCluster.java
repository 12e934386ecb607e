package dev.waggle.chaos.cluster;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.Cleanup;
import dev.waggle.chaos.process.NodeLaunch;
import dev.waggle.chaos.process.Place;
import dev.waggle.chaos.process.Ports;
import dev.waggle.chaos.process.SharedDatabase;
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
import java.util.concurrent.CopyOnWriteArrayList;
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
  private static final int ACCEPTED = 202;

  private final Path folder;
  private final int port = Ports.free();
  private final Cleanup cleanup = new Cleanup();
  private final Ground ground;
  private final SharedDatabase database;
  private final List<WaggleJvm> gateways = new CopyOnWriteArrayList<>();
  private final List<Machine> machines;

  /** Nothing runs yet but what is never struck. Whatever is begun here is closed with it. */
  private ChaosCluster(Path folder, int nodes, boolean cutOff, DatabaseKind kind)
      throws SQLException {
    this.folder = folder;
    try {
      this.ground = cleanup.add(cutOff ? Ground.withNetwork() : Ground.loopback());
      this.database = cleanup.add(kind.start(folder, ground.own().address()));
    } catch (SQLException | RuntimeException e) {
      cleanup.close();
      throw e;
    }
    this.machines =
        names("node", nodes)
            .map(name -> machine(name, name.equals("node-" + nodes)))
            .collect(Collectors.toUnmodifiableList());
    cleanup.add(this::killNodes);
  }

  /**
   * Starts all at once on H2 and waits until session nodes answer through both gateways. What was
   * started is closed when that fails.
   *
   * @param cutOff whether the last node is to be in a network of its own, which takes root
   */
  public static ChaosCluster start(Path folder, int nodes, boolean cutOff) throws SQLException {
    return start(folder, nodes, cutOff, DatabaseKind.H2);
  }

  /** The same on a database of one's choice. */
  public static ChaosCluster start(Path folder, int nodes, boolean cutOff, DatabaseKind database)
      throws SQLException {
    ChaosCluster cluster = new ChaosCluster(folder, nodes, cutOff, database);
    try {
      cluster.launch();
      return cluster;
    } catch (RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  private void launch() {
    names("gateway", GATEWAYS)
        .map(name -> WaggleJvm.launch(plan(name, "gateway", ground.own())))
        .forEach(gateways::add);
    machines.forEach(Machine::launch);
    gateways.forEach(WaggleJvm::awaitReady);
    machines.forEach(machine -> machine.jvm().awaitReady());
    gateways.forEach(ChaosCluster::awaitSessionNodes);
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
            "session.database.user=" + database.user(),
            "session.database.password=" + database.password(),
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
    return List.copyOf(gateways);
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

  /**
   * Tells a node through a gateway to hand its sessions over and to end.
   *
   * @throws AssertionError when no gateway takes the request on
   */
  public void drain(Machine machine) {
    String path = "/api/nodes/" + machine.nodeId().orElse("") + "/drain";
    List<String> answers = new ArrayList<>();
    for (SessionApi api : apis()) {
      Json.Answer answer = api.http().post(path, new JsonObject());
      if (answer.status() == ACCEPTED) {
        return;
      }
      answers.add(answer.status() + " " + answer.text());
    }
    throw new AssertionError("no gateway drains " + machine.name() + ": " + answers);
  }

  /** Where its leases are. */
  public SharedDatabase database() {
    return database;
  }

  @Override
  public void close() {
    cleanup.close();
  }
}
