package dev.waggle.launcher.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.Config;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import dev.waggle.contract.Addresses;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.core.spi.cluster.RegistrationListener;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Vert.x's cluster manager over Hazelcast, for a bus that loses nothing when members come, go, hang
 * or merge: {@link BusBooks}, {@link PublicationRoutes}, {@link MemberAddresses} and {@link
 * OwnEntries} say what it would lose. Whoever else is a member of the cluster may use Vert.x's own.
 */
public final class SteadyClusterManager extends HazelcastClusterManager {

  private Vertx vertx;
  private BusBooks books;
  private PublicationRoutes routes;
  private MemberAddresses addresses;
  private OwnEntries entries;
  private RegistrationListener bus;

  /** A member that has not joined yet. */
  public SteadyClusterManager(Config config) {
    super(config);
  }

  @Override
  public void init(Vertx vertx) {
    super.init(vertx);
    this.vertx = vertx;
    entries = new OwnEntries(super::addRegistration, super::removeRegistration);
    books = new BusBooks(vertx, this::getHazelcastInstance);
    addresses = new MemberAddresses(vertx, books::address, member -> getNodes().contains(member));
    routes =
        new PublicationRoutes(
            vertx,
            this::listeners,
            this::everyMember,
            PublicationRoutes.PATIENCE,
            PublicationRoutes.UNREST,
            this::onQuiet);
    introduce();
  }

  @Override
  public void join(Completable<Void> done) {
    super.join(
        (joined, failure) -> {
          if (failure == null) {
            onChange();
          }
          done.complete(null, failure);
        });
  }

  @Override
  public void registrationListener(RegistrationListener bus) {
    this.bus = bus;
    introduce();
  }

  /** Vert.x names its listener before or after it introduces itself. */
  private void introduce() {
    if (bus != null && routes != null) {
      super.registrationListener(routes.before(bus));
    }
  }

  @Override
  public void getRegistrations(String address, Completable<List<RegistrationInfo>> answer) {
    if (Addresses.isPublished(address)) {
      routes.find(address, answer);
    } else {
      listeners(address, answer);
    }
  }

  private void listeners(String address, Completable<List<RegistrationInfo>> answer) {
    List<RegistrationInfo> here = entries.ofThisJvmAlone(address);
    books.listeners(
        address,
        (entered, failure) ->
            answer.complete(
                failure == null ? Stream.concat(here.stream(), entered.stream()).toList() : null,
                failure));
  }

  /**
   * Done when it is known where the bus of every present member is, so that nothing which is
   * published from then on has to wait for that; fails when that takes longer.
   */
  public Future<Void> reachesAll(Duration limit) {
    return Future.join(getNodes().stream().map(addresses::find).toList())
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .mapEmpty();
  }

  @Override
  public void getNodeInfo(String member, Completable<NodeInfo> answer) {
    addresses.find(member).onComplete(answer);
  }

  @Override
  public void addRegistration(String address, RegistrationInfo entry, Completable<Void> done) {
    entries.enter(address, entry, done);
  }

  @Override
  public void removeRegistration(String address, RegistrationInfo entry, Completable<Void> done) {
    entries.strike(address, entry, done);
  }

  // Vert.x's part of these three may take ten seconds, under its lock: ours comes before it, and
  // without that.

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void memberAdded(MembershipEvent event) {
    onChange();
    super.memberAdded(event);
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void memberRemoved(MembershipEvent event) {
    onChange();
    super.memberRemoved(event);
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void stateChanged(LifecycleEvent event) {
    if (event.getState() == LifecycleState.MERGED) {
      onChange();
      vertx
          .eventBus()
          .publish(Addresses.MERGED, new JsonObject(), new DeliveryOptions().setLocalOnly(true));
    }
    super.stateChanged(event);
  }

  private void onChange() {
    if (isActive()) {
      routes.unrest();
      addresses.learn(getNodes());
    }
  }

  private void onQuiet() {
    if (isActive()) {
      entries.enterAgain(routes::unrest);
    }
  }

  /** This one only if somebody listens: the bus takes it for an answer that nobody does. */
  private List<RegistrationInfo> everyMember(String address) {
    return getNodes().stream()
        .filter(member -> !member.equals(getNodeId()) || entries.has(address))
        .map(member -> new RegistrationInfo(member, 0, false))
        .toList();
  }
}
