package dev.waggle.it.support;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.DatabaseServer;
import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.process.Namespace;
import dev.waggle.chaos.process.NodeIds;
import dev.waggle.chaos.process.NodeLaunch;
import dev.waggle.chaos.process.Place;
import dev.waggle.chaos.process.Ports;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.StandIn;
import dev.waggle.simulator.SimulatorConfig;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * A gateway and two session nodes that share nothing but a database and the secret of their
 * snapshots. Database, stand-in and gateway are never struck. The page has the live one's address
 * everywhere, so that a profile is good wherever it goes.
 */
public final class TwoMachines implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "only-for-tests-0123456789-0123456789";

  /** One for each node. */
  private static final int PORTS = 3;

  private final Path folder;
  private final int port = Ports.free();
  private final StandIn standIn;
  private final DatabaseServer database;
  private final String members;
  private final WaggleJvm gateway;
  private final WaggleJvm second;
  private final Place here;
  private final String standInAddress;
  private WaggleJvm first;

  private TwoMachines(Path folder, String here, String standInAddress, Place there)
      throws Exception {
    this.folder = folder;
    this.standIn = StandIn.start(SimulatorConfig.defaults().withHost("0.0.0.0"));
    this.database = DatabaseServer.start(folder, here);
    this.members = members(here, there.address());
    this.here = new Place(List.of(), here);
    this.standInAddress = standInAddress;
    this.gateway = launch("gateway", "gateway", this.here);
    this.second = launch("second", "session", there);
  }

  /** Both on this machine's loopback; the first is still to be started. */
  public static TwoMachines here(Path folder) throws Exception {
    return start(new TwoMachines(folder, Place.HERE.address(), Place.HERE.address(), Place.HERE));
  }

  /**
   * The second one in a network of its own; the first is still to be started.
   *
   * @param cluster where it finds the other nodes and the database
   * @param internet where it finds the stand-in
   */
  public static TwoMachines apart(
      Path folder, Namespace namespace, Namespace.Link cluster, Namespace.Link internet)
      throws Exception {
    return start(
        new TwoMachines(
            folder, cluster.outerAddress(), internet.outerAddress(), namespace.place(cluster)));
  }

  private static TwoMachines start(TwoMachines machines) {
    try {
      machines.gateway.awaitReady();
      machines.second.awaitReady();
      Awaitility.await("session nodes")
          .atMost(PATIENCE)
          .until(() -> machines.api().http().get("/api/sessions").status() == 200);
      return machines;
    } catch (RuntimeException | AssertionError failed) {
      machines.close();
      throw failed;
    }
  }

  /** Starts the first one; what was linked before runs on the second. */
  public void startFirst() {
    first = launch("first", "session", here);
    first.awaitReady();
  }

  /** With their ports: a merge waits five seconds at every port where nobody listens. */
  private String members(String here, String there) {
    List<String> own =
        IntStream.range(port, port + PORTS).mapToObj(each -> here + ":" + each).toList();
    return String.join(",", own) + (here.equals(there) ? "" : "," + there + ":" + port);
  }

  private WaggleJvm launch(String name, String role, Place place) {
    return WaggleJvm.launch(
        NodeLaunch.of(
                folder.resolve(name),
                name,
                role,
                List.of(
                    "session.browser.extra-args=--host-resolver-rules=MAP web.whatsapp.com "
                        + standInAddress
                        + ":"
                        + standIn.httpsPort()
                        + ",--ignore-certificate-errors",
                    "session.database.url=" + database.url(),
                    "session.database.user=sa",
                    "session.snapshots.key=" + SECRET,
                    "session.lease.duration=6s",
                    "session.database.timeout=3s",
                    "cluster.enabled=on",
                    "cluster.name=" + folder.getFileName(),
                    "cluster.host=" + place.address(),
                    "cluster.members=" + members,
                    "cluster.port=" + port))
            .withLogLevel("DEBUG")
            .at(place));
  }

  public StandIn standIn() {
    return standIn;
  }

  public DatabaseServer database() {
    return database;
  }

  public WaggleJvm gateway() {
    return gateway;
  }

  public SessionApi api() {
    return gateway.api();
  }

  /** On this machine's own network. */
  public WaggleJvm first() {
    return first;
  }

  /** The one that can be elsewhere. */
  public WaggleJvm second() {
    return second;
  }

  /** The one that owns a session. */
  public WaggleJvm ownerOf(String session) {
    return isOwner(first, api().session(session)) ? first : second;
  }

  /** The other one. */
  public WaggleJvm otherThan(WaggleJvm machine) {
    return machine == first ? second : first;
  }

  /** Waits until a session node answers on the gateway's bus; those that listen take turns. */
  public void awaitHeardBy(WaggleJvm machine) {
    Awaitility.await("an answer of that node").atMost(PATIENCE).until(() -> isHeardBy(machine));
  }

  /** Whether it is that session node which answers on the gateway's bus when it is asked now. */
  public boolean isHeardBy(WaggleJvm machine) {
    return NodeIds.in(machine.process())
        .equals(
            Optional.ofNullable(
                    api().http().get("/api/version").json().getJsonObject("sessionNode"))
                .map(node -> node.getString("node")));
  }

  /** Waits until a session works on a machine. */
  public void awaitWorkingOn(WaggleJvm machine, String session) {
    Awaitility.await("session " + session + " to work there")
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonObject seen = api().session(session);
              return isOwner(machine, seen) && seen.getString("status").equals("WORKING");
            });
  }

  /** The browsers that run on a machine, by what started them. */
  public List<String> browsersOf(WaggleJvm machine) {
    return Leftovers.processesNaming(machine.process().log().getParent()).stream()
        .filter(line -> line.contains("--user-data-dir=") && !line.contains("--type="))
        .toList();
  }

  /** How often a node has come to a lease; it comes to another one only after it has lost one. */
  public static long leasesBegun(WaggleJvm node) {
    return Pattern.compile("event=lease-begun").matcher(node.process().output()).results().count();
  }

  private static boolean isOwner(WaggleJvm machine, JsonObject session) {
    return NodeIds.in(machine.process()).equals(Optional.ofNullable(session.getString("node")));
  }

  @Override
  public void close() {
    if (first != null) {
      first.close();
    }
    second.close();
    gateway.close();
    database.close();
    standIn.close();
  }
}
