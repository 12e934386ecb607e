package dev.waggle.launcher.cluster;

import dev.waggle.contract.Addresses;
import io.vertx.core.Completable;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.core.spi.cluster.RegistrationListener;
import io.vertx.core.spi.cluster.RegistrationUpdateEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * To which members a publication goes. The bus looks up who listens in Hazelcast's data. While that
 * is moved about, because a member has come, gone or merged, a look-up may take ten seconds, may
 * not have every entry yet, or fail, and then the bus drops what waited for it without a word. So
 * for half a minute after such a change, and after a look-up that was late, publications go to
 * every member: that list is at hand, and where nobody listens they are thrown away. In quiet times
 * they go to those who listen.
 *
 * <p>Only for addresses where {@link Addresses#isPublished} says so. Safe for all threads.
 */
final class PublicationRoutes {

  /** How the cluster is asked who listens at an address. */
  interface LookUp extends BiConsumer<String, Completable<List<RegistrationInfo>>> {}

  private static final Logger log = LoggerFactory.getLogger(PublicationRoutes.class);

  /** A look-up takes a millisecond or two. */
  static final Duration PATIENCE = Duration.ofMillis(250);

  /** The longest that data was seen on the move after a change was 17 s. */
  static final Duration UNREST = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final LookUp lookUp;
  private final Function<String, List<RegistrationInfo>> everyMember;
  private final Duration patience;
  private final Duration unrestLasts;
  private final Runnable onQuiet;
  private final Set<String> routed = ConcurrentHashMap.newKeySet();
  private volatile RegistrationListener bus = new RegistrationListener() {};
  private volatile boolean unrest;
  private long timer = -1;

  /**
   * @param everyMember all members that an address may be listened to at
   * @param patience after which a look-up is late: {@link #PATIENCE}
   * @param unrestLasts how long it takes the cluster at most to get over a change: {@link #UNREST}
   * @param onQuiet called each time when that has passed without a further change
   */
  PublicationRoutes(
      Vertx vertx,
      LookUp lookUp,
      Function<String, List<RegistrationInfo>> everyMember,
      Duration patience,
      Duration unrestLasts,
      Runnable onQuiet) {
    this.vertx = vertx;
    this.lookUp = lookUp;
    this.everyMember = everyMember;
    this.patience = patience;
    this.unrestLasts = unrestLasts;
    this.onQuiet = onQuiet;
  }

  /** What is to be told of changes in the bus's place, which it passes on. */
  RegistrationListener before(RegistrationListener bus) {
    this.bus = bus;
    return new RegistrationListener() {
      @Override
      public void registrationsUpdated(RegistrationUpdateEvent event) {
        if (unrest && Addresses.isPublished(event.address())) {
          openToAll(event.address());
        } else {
          bus.registrationsUpdated(event);
        }
      }

      @Override
      public void registrationsLost() {
        bus.registrationsLost();
      }

      @Override
      public boolean wantsUpdatesFor(String address) {
        return bus.wantsUpdatesFor(address);
      }
    };
  }

  /** Who gets what is published at an address; never fails, and never waits for long. */
  void find(String address, Completable<List<RegistrationInfo>> answer) {
    routed.add(address);
    if (unrest) {
      answer.succeed(everyMember.apply(address));
      return;
    }
    Promise<List<RegistrationInfo>> found = Promise.promise();
    long limit = vertx.setTimer(patience.toMillis(), late -> found.tryFail("late"));
    lookUp.accept(
        address,
        (listeners, failure) -> {
          if (failure == null) {
            found.tryComplete(listeners);
          } else {
            found.tryFail(failure);
          }
        });
    found
        .future()
        .onComplete(done -> vertx.cancelTimer(limit))
        .onFailure(failure -> unrest())
        .otherwise(failure -> everyMember.apply(address))
        .onSuccess(answer::succeed);
  }

  /** A member has come, gone or merged: nothing that was looked up before is to be relied on. */
  synchronized void unrest() {
    if (!unrest) {
      log.debug("Publications go to every member");
    }
    unrest = true;
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(unrestLasts.toMillis(), quiet -> quiet());
    routed.removeIf(address -> !bus.wantsUpdatesFor(address));
    routed.forEach(this::openToAll);
  }

  private void openToAll(String address) {
    bus.registrationsUpdated(new RegistrationUpdateEvent(address, everyMember.apply(address)));
  }

  /** The bus forgets who listens where nobody does, and looks it up when it next publishes. */
  private void quiet() {
    synchronized (this) {
      unrest = false;
      routed.forEach(
          address -> bus.registrationsUpdated(new RegistrationUpdateEvent(address, List.of())));
      routed.clear();
    }
    log.debug("Publications go to those who listen");
    onQuiet.run();
  }
}
