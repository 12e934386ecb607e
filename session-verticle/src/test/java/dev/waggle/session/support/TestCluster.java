package dev.waggle.session.support;

import static dev.waggle.session.support.Futures.await;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.health.Instruments;
import dev.waggle.session.node.SessionNodeVerticle;
import dev.waggle.session.registry.ClusterTurn;
import dev.waggle.session.registry.Database;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.OwnershipRegistry;
import dev.waggle.session.registry.SessionRegistry;
import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.settings.DrainSettings;
import dev.waggle.session.settings.LeaseSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.settings.SnapshotSettings;
import dev.waggle.session.settings.WhatsAppSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Session nodes on scripted pages, with one bus and one registry. */
public final class TestCluster {

  private final Vertx vertx = Vertx.vertx();
  private final SessionClient client = new SessionClient(vertx);
  private final DatabaseSettings databaseSettings;
  private final List<Node> running = new ArrayList<>();
  private final Path data;
  private final Database database;

  /** A cluster without nodes. */
  public TestCluster(Path data) {
    this(
        data,
        new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "", "", 3, Duration.ofSeconds(5)));
  }

  /** The same on a database of the test's. */
  public TestCluster(Path data, DatabaseSettings databaseSettings) {
    this.data = data;
    this.databaseSettings = databaseSettings;
    this.database = await(Database.open(vertx, databaseSettings, data));
  }

  /** A node with what it opens and how it is. */
  public record Node(
      String id,
      String deploymentId,
      ScriptedPages pages,
      Instruments instruments,
      Future<Void> drained) {}

  /** Starts a node that takes ten sessions. */
  public Node startNode() {
    return startNode(10);
  }

  public Node startNode(int maxSessions) {
    return startNode(maxSessions, FastSettings.LEASE);
  }

  /** The same with a lease of its own. */
  public Node startNode(LeaseSettings lease) {
    return startNode(10, lease);
  }

  /** A node whose machine never has what it wants free for one more session. */
  public Node startNodeShortOfMemory() {
    return startNode(settings(10, 1L << 40, FastSettings.LEASE));
  }

  private Node startNode(int maxSessions, LeaseSettings lease) {
    return startNode(settings(maxSessions, 0, lease));
  }

  private Node startNode(SessionNodeSettings settings) {
    ScriptedPages pages = new ScriptedPages();
    Instruments instruments = Instruments.unread();
    SessionNodeVerticle verticle =
        new SessionNodeVerticle(settings, anyVertx -> pages, instruments);
    Node node =
        new Node(
            verticle.nodeId(),
            await(vertx.deployVerticle(verticle)),
            pages,
            instruments,
            verticle.whenDrained());
    running.add(node);
    return node;
  }

  /** Stops a node in good order. */
  public void stop(Node node) {
    running.remove(node);
    await(vertx.undeploy(node.deploymentId()));
  }

  public EventLog listen(SessionName session) {
    EventLog log = new EventLog();
    await(client.subscribe(session, log::add));
    return log;
  }

  public SessionInfo get(SessionName session) {
    return await(client.get(session));
  }

  public Vertx vertx() {
    return vertx;
  }

  public SessionClient client() {
    return client;
  }

  public Path profile(SessionName session) {
    return data.resolve("profiles").resolve(session.value());
  }

  public String databaseUrl() {
    return databaseSettings.url();
  }

  public SessionRegistry sessions() {
    return new SessionRegistry(database);
  }

  public OwnershipRegistry ownerships() {
    return new OwnershipRegistry(database);
  }

  public NodeRegistry nodes() {
    return new NodeRegistry(database);
  }

  public ClusterTurn turn(ClusterTurn.Work work) {
    return new ClusterTurn(database, work);
  }

  public void close() {
    List.copyOf(running).forEach(this::stop);
    await(database.close());
    await(vertx.close());
  }

  private SessionNodeSettings settings(int maxSessions, long minFreeMemory, LeaseSettings lease) {
    return new SessionNodeSettings(
        data,
        maxSessions,
        minFreeMemory,
        WhatsAppSettings.DEFAULT,
        BrowserSettings.DEFAULT,
        FastSettings.LINKING,
        FastSettings.RECOVERY,
        SnapshotSettings.DEFAULT,
        lease,
        new DrainSettings(Duration.ofSeconds(60), 2, Duration.ofMillis(50)),
        databaseSettings);
  }
}
