package dev.waggle.session.node;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.NodeVersion;
import dev.waggle.contract.SessionCommand;
import dev.waggle.health.Instruments;
import dev.waggle.session.bus.CommandConsumer;
import dev.waggle.session.bus.WhatsAppBus;
import dev.waggle.session.lifecycle.SessionEnvironment;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.meter.SessionMeters;
import dev.waggle.session.page.WhatsAppPages;
import dev.waggle.session.profile.ProfileFolders;
import dev.waggle.session.registry.ApiKeyRegistry;
import dev.waggle.session.registry.ClusterTurn;
import dev.waggle.session.registry.Database;
import dev.waggle.session.registry.NodeDirectory;
import dev.waggle.session.registry.NodeLease;
import dev.waggle.session.registry.NodeLoad;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.OwnershipRegistry;
import dev.waggle.session.registry.SessionRegistry;
import dev.waggle.session.settings.SessionNodeSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a JVM a session node: joins the registry, answers commands, takes sessions that should run.
 * When it is undeployed it hands its sessions over to other nodes; those that find no place it
 * closes and gives up, still wanted, so that the next start goes on with them.
 */
public final class SessionNodeVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(SessionNodeVerticle.class);
  private static final String VERSION = BuildVersion.read();

  private final String nodeId = "node-" + UUID.randomUUID().toString().substring(0, 8);
  private final SessionNodeSettings settings;
  private final Function<Vertx, WhatsAppPages> pagesFactory;
  private final Instruments instruments;

  private WhatsAppPages pages;
  private Database database;
  private NodeLease lease;
  private SessionHost host;
  private Adoption adoption;
  private NodeChecks checks;
  private MemoryCare memory;
  private Moves moves;
  private Arrivals arrivals;
  private CommandConsumer<SessionCommand.ToAnyNode> clusterConsumer;
  private CommandConsumer<NodeCommand> nodeConsumer;
  private CommandConsumer<KeyCommand> keyConsumer;
  private final Promise<Void> drainedOnOrder = Promise.promise();
  private Future<Void> drained;
  private volatile boolean draining;
  private volatile long freeMemory = Long.MAX_VALUE;

  /**
   * A node that has not joined.
   *
   * @param pages makes what opens browsers, for the Vert.x that the node is deployed in; the node
   *     closes it
   */
  public SessionNodeVerticle(
      SessionNodeSettings settings, Function<Vertx, WhatsAppPages> pages, Instruments instruments) {
    this.settings = settings;
    this.pagesFactory = pages;
    this.instruments = instruments;
  }

  /** The node's name in the cluster; another one with every process. */
  public String nodeId() {
    return nodeId;
  }

  /** Completes when the node was told to drain and has: then its process is to end. */
  public Future<Void> whenDrained() {
    return drainedOnOrder.future();
  }

  /** Done when the node is in the registry and answers. Fails with DATABASE_UNAVAILABLE. */
  @Override
  public Future<?> start() {
    pages = pagesFactory.apply(vertx);
    return Future.succeededFuture()
        .compose(begun -> Database.open(vertx, settings.database(), settings.data()))
        .compose(this::wire)
        .compose(wired -> lease.join())
        .compose(joined -> listen())
        .onSuccess(listening -> begin())
        .recover(failure -> stop().transform(stopped -> Future.failedFuture(failure)));
  }

  @Override
  public Future<?> stop() {
    draining = true;
    if (database == null) {
      return pages.close();
    }
    return drain()
        .eventually(nodeConsumer::close)
        .eventually(pages::close)
        .eventually(lease::leave)
        .eventually(database::close)
        .onComplete(closed -> checks.remove());
  }

  /** Takes nothing new and hands over what is here; done when no session is left. Never fails. */
  private Future<Void> drain() {
    if (drained == null) {
      draining = true;
      adoption.stop();
      memory.stop();
      host.refuse();
      drained =
          clusterConsumer
              .close()
              .eventually(keyConsumer::close)
              .eventually(lease::renew)
              .eventually(() -> new Drain(vertx, host, moves, arrivals, settings.drain()).run())
              .eventually(host::drain)
              .otherwiseEmpty();
    }
    return drained;
  }

  private void drainAndLeave() {
    if (!draining) {
      drain().onComplete(drainedOnOrder);
    }
  }

  private Future<Void> wire(Database opened) {
    database = opened;
    ProfileFolders profiles = new ProfileFolders(vertx, settings.data());
    SessionRegistry registry = new SessionRegistry(database);
    NodeRegistry nodes = new NodeRegistry(database);
    OwnershipRegistry ownerships = new OwnershipRegistry(database);
    SessionMeters meters = new SessionMeters(instruments.registry(), nodeId);
    lease =
        new NodeLease(vertx, nodes, nodeId, settings.lease(), this::load, this::onLeaseLost)
            .onRenewed(pages::leaseRenewed)
            .reportTo(meters::leaseRenewal);
    SessionEnvironment environment =
        new SessionEnvironment(
            nodeId,
            settings,
            pages,
            profiles,
            SnapshotStore.open(vertx, settings.snapshots(), opened, meters),
            ownerships,
            lease::left,
            meters);
    host = new SessionHost(vertx, environment, registry, () -> freeMemory);
    adoption = new Adoption(vertx, nodeId, host, nodes, ownerships, settings.lease());
    checks = new NodeChecks(instruments.health(), context, lease, opened, host, () -> draining);
    memory = new MemoryCare(vertx, host, pages, settings.browser(), environment.meters());
    wireConsumers(registry, nodes);
    return profiles.sweep();
  }

  private void wireConsumers(SessionRegistry registry, NodeRegistry nodes) {
    NodeClient client = new NodeClient(vertx, nodes);
    ClusterSessions sessions = new ClusterSessions(registry, nodes, client);
    arrivals = new Arrivals(vertx, registry, settings.drain().patience());
    moves = new Moves(nodeId, host, nodes, client);
    clusterConsumer =
        new CommandConsumer<>(
            Addresses.SESSIONS,
            SessionCommand.ToAnyNode.class,
            new ClusterCommands(
                    registry,
                    sessions,
                    new ClusterNodes(
                        nodeId,
                        new NodeDirectory(database),
                        nodes,
                        client,
                        rebalancing(registry, nodes, client)),
                    this::version,
                    new WhatsAppBus(vertx.eventBus()))
                ::handle);
    nodeConsumer =
        new CommandConsumer<>(
            Addresses.node(nodeId),
            NodeCommand.class,
            new NodeCommands(
                    host,
                    new NodeOrders(
                        nodeId,
                        host,
                        moves,
                        nodes,
                        settings.drain().timeout(),
                        this::drainAndLeave))
                ::handle);
    keyConsumer =
        new CommandConsumer<>(
            Addresses.KEYS,
            KeyCommand.class,
            new KeyCommands(new ApiKeyRegistry(database), vertx.eventBus())::handle);
  }

  private Rebalancing rebalancing(SessionRegistry registry, NodeRegistry nodes, NodeClient client) {
    return new Rebalancing(
        vertx,
        nodeId,
        new ClusterTurn(database, ClusterTurn.Work.REBALANCE),
        nodes,
        registry,
        client,
        settings.recovery().restoreTimeout());
  }

  private Future<Void> listen() {
    return nodeConsumer
        .listen(vertx)
        .compose(ready -> keyConsumer.listen(vertx))
        .compose(ready -> clusterConsumer.listen(vertx));
  }

  private void begin() {
    if (draining) {
      return;
    }
    host.accept();
    adoption.start();
    memory.start();
  }

  /**
   * Browsers first; what has no owner then is claimed by whoever has a lease, this node included.
   */
  private void onLeaseLost() {
    adoption.stop();
    memory.stop();
    host.abandon().onSuccess(abandoned -> rejoin());
  }

  private void rejoin() {
    if (draining) {
      return;
    }
    lease.join().onSuccess(joined -> begin()).onFailure(this::rejoinLater);
  }

  private void rejoinLater(Throwable failure) {
    LOG.warn("event=not-rejoined node={} cause=\"{}\"", nodeId, FailureLine.of(failure));
    vertx
        .timer(settings.lease().renewal().toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(fired -> rejoin());
  }

  private NodeLoad load() {
    long free = Machine.availableMemory();
    freeMemory = free;
    return new NodeLoad(
        VERSION,
        settings.maxSessions(),
        free,
        settings.minFreeMemory(),
        Math.max(free, Machine.totalMemory()),
        Machine.cpuLoad(),
        draining);
  }

  private NodeVersion version() {
    WhatsAppPages.DriverVersions driver = pages.versions();
    return new NodeVersion(
        nodeId, VERSION, driver.waJs(), driver.browser().isEmpty() ? null : driver.browser());
  }
}
