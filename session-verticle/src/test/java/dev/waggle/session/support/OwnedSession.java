package dev.waggle.session.support;

import static dev.waggle.session.support.Futures.await;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.SessionVerticle;
import dev.waggle.session.lifecycle.SessionEnvironment;
import dev.waggle.session.message.MessageMemory;
import dev.waggle.session.meter.SessionMeters;
import dev.waggle.session.profile.ProfileFolders;
import dev.waggle.session.registry.Database;
import dev.waggle.session.registry.NodeLoad;
import dev.waggle.session.registry.NodeRegistry;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.OwnershipRegistry;
import dev.waggle.session.registry.Reason;
import dev.waggle.session.registry.SavedState;
import dev.waggle.session.registry.SessionRegistry;
import dev.waggle.session.settings.DatabaseSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.snapshot.Snapshots;
import dev.waggle.session.snapshot.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One session on scripted pages with a real registry, in a node that is there in name only. */
public final class OwnedSession {

  public static final SessionName NAME = new SessionName("sales");

  private static final String NODE = "one";
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Vertx vertx = Vertx.vertx();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final ScriptedPages pages = new ScriptedPages();
  private final EventLog events = new EventLog();
  private final EventLog room = new EventLog();
  private final SessionClient client = new SessionClient(vertx);
  private final SessionNodeSettings settings;
  private final Database database;
  private volatile boolean leaseHeld = true;
  private Optional<Snapshots> snapshots = Optional.empty();
  private SessionVerticle verticle;

  /** A registered session that nobody has claimed. */
  public OwnedSession(SessionNodeSettings settings) {
    this(settings, SessionConfig.DEFAULT);
  }

  /** The same with a config of its own. */
  public OwnedSession(SessionNodeSettings settings, SessionConfig config) {
    this.settings = settings;
    this.database = await(Database.open(vertx, inMemory(), settings.data()));
    await(nodes().join(NODE, LONG, this::idle));
    await(sessions().create(NAME, Wanted.RUNNING, config));
    await(client.subscribe(NAME, events::add));
    await(client.subscribeRoom(NAME, room::add));
  }

  /** Has been linked before, on this machine. */
  public OwnedSession linked() throws IOException {
    SessionInfo claimed = claim(NODE);
    SessionEnvironment earlier = environment();
    await(
        ownerships()
            .saveState(
                earlier.ownershipOf(claimed),
                new SavedState(SessionStatus.STOPPED, Reason.of("Stopped."), ScriptedPage.ME)));
    await(ownerships().release(earlier.ownershipOf(claimed)));
    Files.createDirectories(profile().resolve("Default"));
    return this;
  }

  /** Its profile travels, and what it has now is kept. */
  public OwnedSession withSnapshots(Vault vault) {
    snapshots = Optional.of(new Snapshots(vertx, vault, "k".repeat(32), List.of(), 2));
    Ownership earlier = new Ownership(NAME, NODE, registered().generation());
    await(snapshots.get().arrive(earlier, profile()));
    await(snapshots.get().series(earlier).take(profile()));
    return this;
  }

  /** Claims the session and starts it. */
  public OwnedSession start() {
    verticle = new SessionVerticle(claim(NODE), environment(), MessageMemory.NONE);
    await(vertx.deployVerticle(verticle));
    return this;
  }

  public void loseLease() {
    leaseHeld = false;
  }

  /** Has another node claim the session, as if this one's lease had run out unnoticed. */
  public void overtake() {
    await(nodes().renew(NODE, Duration.ofMillis(-1), this::idle));
    await(nodes().join("two", LONG, this::idle));
    claim("two");
  }

  public SessionVerticle verticle() {
    return verticle;
  }

  public ScriptedPages pages() {
    return pages;
  }

  public EventLog events() {
    return events;
  }

  public EventLog room() {
    return room;
  }

  public Vertx vertx() {
    return vertx;
  }

  public MeterRegistry meters() {
    return meters;
  }

  public SessionClient client() {
    return client;
  }

  public SessionInfo registered() {
    return await(sessions().get(NAME)).info();
  }

  public Path profile() {
    return settings.data().resolve("profiles").resolve(NAME.value());
  }

  /** Takes the session off the node, as its end does. */
  public void undeploy() {
    vertx.deploymentIDs().forEach(id -> await(vertx.undeploy(id)));
  }

  public void close() {
    undeploy();
    await(database.close());
    await(vertx.close());
  }

  private SessionInfo claim(String node) {
    return await(ownerships().claim(NAME, node)).orElseThrow();
  }

  private SessionEnvironment environment() {
    return new SessionEnvironment(
        NODE,
        settings,
        pages,
        new ProfileFolders(vertx, settings.data()),
        snapshots,
        ownerships(),
        () -> leaseHeld ? LONG : Duration.ZERO,
        new SessionMeters(meters, NODE));
  }

  private SessionRegistry sessions() {
    return new SessionRegistry(database);
  }

  private OwnershipRegistry ownerships() {
    return new OwnershipRegistry(database);
  }

  private NodeRegistry nodes() {
    return new NodeRegistry(database);
  }

  private NodeLoad idle() {
    return new NodeLoad("1", 10, 1_000_000, 0, 2_000_000, 0.5, false);
  }

  private static DatabaseSettings inMemory() {
    return new DatabaseSettings(
        "jdbc:h2:mem:" + UUID.randomUUID(), "", "", 2, Duration.ofSeconds(5));
  }
}
