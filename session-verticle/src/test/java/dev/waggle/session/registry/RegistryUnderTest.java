package dev.waggle.session.registry;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.session.settings.DatabaseSettings;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A registry on a database that was empty, with what its tests do to it again and again. */
final class RegistryUnderTest implements AutoCloseable {

  static final SessionName SALES = new SessionName("sales");
  static final Duration LONG = Duration.ofMinutes(5);
  static final Duration LAPSED = Duration.ofMillis(-1);
  static final Account ME = new Account("5511999999999@c.us", "Ana");
  static final Reason FINE = Reason.of("Fine.");

  /** How many moves the databases of these tests keep. */
  static final int HISTORY = 8;

  final Database database;
  final SessionRegistry sessions;
  final OwnershipRegistry ownerships;
  final NodeRegistry nodes;
  final ApiKeyRegistry keys;

  private final Vertx vertx = Vertx.vertx();

  RegistryUnderTest(DatabaseSettings empty, Path data) {
    database = await(Database.open(vertx, shortOfMemory(empty), data));
    sessions = new SessionRegistry(database);
    ownerships = new OwnershipRegistry(database);
    nodes = new NodeRegistry(database);
    keys = new ApiKeyRegistry(database);
  }

  @Override
  public void close() {
    await(database.close());
    await(vertx.close());
  }

  NodeLoad idle() {
    return new NodeLoad("1", 10, 1_000_000, 0, 2_000_000, 0.5, false);
  }

  void create(SessionName session) {
    await(sessions.create(session, Wanted.RUNNING, SessionConfig.DEFAULT));
  }

  void join(String node, Duration lease) {
    await(nodes.join(node, lease, this::idle));
  }

  void lapse(String node) {
    assertThat(await(nodes.renew(node, LAPSED, this::idle))).isTrue();
  }

  Optional<SessionInfo> claim(String node) {
    return await(ownerships.claim(SALES, node));
  }

  Ownership claimedBy(String node) {
    create(SALES);
    join(node, LONG);
    return new Ownership(SALES, node, claim(node).orElseThrow().generation());
  }

  /** Has an owner write how its session, linked to {@link #ME}, is. */
  void save(Ownership owner, SessionStatus status, Reason reason) {
    await(ownerships.saveState(owner, new SavedState(status, reason, ME)));
  }

  private static DatabaseSettings shortOfMemory(DatabaseSettings settings) {
    return new DatabaseSettings(
        settings.url(),
        settings.user(),
        settings.password(),
        settings.poolSize(),
        settings.timeout(),
        HISTORY);
  }
}
